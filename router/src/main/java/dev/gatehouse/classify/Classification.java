package dev.gatehouse.classify;

/** What a request is: how private and how hard. */
public record Classification(PrivacyReport privacy, Complexity complexity) {}
