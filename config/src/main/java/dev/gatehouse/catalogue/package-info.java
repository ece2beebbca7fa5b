/**
 * What models and hardware cost: the dated price and hardware lists that come with the gateway.
 *
 * <p>{@link dev.gatehouse.catalogue.PriceCatalogue} knows a model under every spelling of its name
 * and never takes one model for another. The lists are resources of this package: {@code
 * prices.yaml} and {@code hardware.yaml} are written by {@code config/generate-catalogue}, {@code
 * models-extra.yaml} is kept by hand.
 */
@NullMarked
package dev.gatehouse.catalogue;

import org.jspecify.annotations.NullMarked;
