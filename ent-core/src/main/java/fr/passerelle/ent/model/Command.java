package fr.passerelle.ent.model;

/** An intention, named in the imperative ({@code RegisterSchool}). Each feature seals its own family of commands. */
public interface Command {}
