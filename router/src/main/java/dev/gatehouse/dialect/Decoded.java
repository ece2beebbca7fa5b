package dev.gatehouse.dialect;

/** What a body turned out to be. */
public sealed interface Decoded permits DecodedRequest, KnownAnswer {}
