package dev.gatehouse.architecture.violation.http;

/** Something of the router. */
public record Server() {}
