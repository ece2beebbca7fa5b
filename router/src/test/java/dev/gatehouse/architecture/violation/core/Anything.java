package dev.gatehouse.architecture.violation.core;

/** Something in a package that says nothing. */
public record Anything() {}
