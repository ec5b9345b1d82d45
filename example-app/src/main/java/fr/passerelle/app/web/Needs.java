package fr.passerelle.app.web;

import fr.passerelle.app.user.Right;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a visitor must be allowed to do before a handler is called; see {@link Gate}. Every handler says so. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Needs {
    Right value();

    /** The word under which the trail keeps that she did it, for all that changes something or opens names; else empty. */
    String trail() default "";
}
