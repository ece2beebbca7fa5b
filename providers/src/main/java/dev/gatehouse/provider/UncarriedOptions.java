package dev.gatehouse.provider;

import dev.gatehouse.inference.GenerationOptions;
import dev.gatehouse.inference.Reasoning;
import java.util.ArrayList;
import java.util.List;

/**
 * Options of a request that a wire has no place for, by the names that the vendors share.
 *
 * @param names in the order in which they were looked at
 */
public record UncarriedOptions(List<String> names) {

  public UncarriedOptions {
    names = List.copyOf(names);
  }

  /**
   * Those of the options that are set and not carried.
   *
   * @param seed whether the wire carries a seed
   * @param topK whether it carries {@code top_k}
   * @param reasoning whether the model can be told how much to think; that it shall not is no loss
   *     where it does not
   */
  public static UncarriedOptions of(
      GenerationOptions options, boolean seed, boolean topK, boolean reasoning) {
    List<String> names = new ArrayList<>();
    if (!seed && options.seed().isPresent()) {
      names.add("seed");
    }
    if (!topK && options.topK().isPresent()) {
      names.add("top_k");
    }
    if (!reasoning
        && options.reasoning().filter(each -> !(each instanceof Reasoning.Off)).isPresent()) {
      names.add("reasoning");
    }
    return new UncarriedOptions(names);
  }
}
