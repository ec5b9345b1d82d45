/** The invented town of the demo: three pilot schools, their invented pupils, and a stand-in for ONE in the same process. */
@NullMarked
package fr.passerelle.app.demo;

import org.jspecify.annotations.NullMarked;
