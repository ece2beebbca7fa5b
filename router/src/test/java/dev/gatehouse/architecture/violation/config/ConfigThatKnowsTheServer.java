package dev.gatehouse.architecture.violation.config;

import dev.gatehouse.architecture.violation.http.Server;

/** Config that knows the router. */
public record ConfigThatKnowsTheServer(Server server) {}
