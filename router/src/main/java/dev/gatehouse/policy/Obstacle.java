package dev.gatehouse.policy;

/** Why a model cannot take a request, in the order in which obstacles are looked for. */
public enum Obstacle {
  /** The client asked for another model. */
  NOT_ASKED_FOR,
  /** The request is too private for where this model runs. */
  PRIVACY,
  /** The model or its wire cannot carry a field of the request. */
  CAPABILITY,
  /** Prompt and answer are longer than the model's context. */
  CONTEXT,
  /** Nobody stated its price. */
  PRICE_UNKNOWN,
  /** It may cost more than the client wants to pay. */
  TOO_DEAR,
  /** Its provider is failing. */
  UNHEALTHY
}
