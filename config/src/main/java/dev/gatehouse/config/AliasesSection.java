package dev.gatehouse.config;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** {@code policy.aliases}: model names of the operator's own. */
final class AliasesSection {
  private static final String RESERVED = "local|cloud|auto(:.*)?";

  private final Map<String, YamlValue> places;
  private final Map<String, String> targets = new LinkedHashMap<>();

  AliasesSection(YamlMapping section) {
    this.places = section.all();
  }

  /** Every alias with the model name that it stands for in the end; circles are left out. */
  Map<String, String> read() {
    places.forEach(this::readTarget);
    Map<String, String> models = new LinkedHashMap<>();
    targets.keySet().forEach(alias -> follow(alias, models));
    return models;
  }

  private void readTarget(String alias, YamlValue place) {
    if (alias.isBlank() || alias.matches(RESERVED)) {
      place.reject("an alias other than auto, auto:QUALITY, local and cloud", "the alias " + alias);
    }
    place.as(ScalarTypes.TEXT).ifPresent(target -> targets.put(alias, target));
  }

  private void follow(String alias, Map<String, String> models) {
    Set<String> passed = new LinkedHashSet<>();
    String model = alias;
    while (passed.add(model) && targets.containsKey(model)) {
      model = targets.getOrDefault(model, model);
    }
    if (targets.containsKey(model)) {
      rejectCircle(alias, String.join(" -> ", passed) + " -> " + model);
      return;
    }
    models.put(alias, model);
  }

  private void rejectCircle(String alias, String circle) {
    YamlValue place = places.get(alias);
    if (place != null) {
      place.reject("aliases that end at a model", "the circle " + circle);
    }
  }
}
