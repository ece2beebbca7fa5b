package dev.gatehouse.config;

/**
 * A part of the gateway's users with rules of its own: a clinic beside an agency, say.
 *
 * @param name as keys give it; unique
 * @param privacy at least as strict as the gateway's own in everything
 */
public record TenantConfig(String name, PrivacyConfig privacy) {}
