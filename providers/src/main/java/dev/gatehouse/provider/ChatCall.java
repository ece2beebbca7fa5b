package dev.gatehouse.provider;

import dev.gatehouse.inference.ChatRequest;

/**
 * One attempt: a request, and the model of this provider that shall answer it.
 *
 * @param maxOutputTokens the limit to send upstream where the request has none and the wire needs
 *     one
 */
public record ChatCall(ChatRequest request, Model model, int maxOutputTokens) {}
