package dev.gatehouse.architecture.violation.provider;

import dev.gatehouse.architecture.violation.http.Server;

/** A provider that knows the router. */
public record ProviderThatKnowsTheServer(Server server) {}
