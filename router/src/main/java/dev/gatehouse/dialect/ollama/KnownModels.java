package dev.gatehouse.dialect.ollama;

import dev.gatehouse.config.Locality;
import dev.gatehouse.dialect.ApiError;
import dev.gatehouse.dialect.ApiException;
import dev.gatehouse.dialect.Fields;
import dev.gatehouse.policy.ModelName;
import dev.gatehouse.provider.Model;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The models by what a client may write.
 *
 * @param offered every model on offer now
 * @param aliases the operator's own names
 */
record KnownModels(Supplier<List<Model>> offered, Map<String, String> aliases) {
  KnownModels {
    aliases = Map.copyOf(aliases);
  }

  List<Model> all() {
    return offered.get();
  }

  /**
   * The name that a body asks for.
   *
   * @throws ApiException 404 if there is no such model; Ollama's clients then offer to pull it
   */
  String requireModel(Fields body) {
    String name = body.text("model");
    meant(name);
    return name;
  }

  /**
   * The models that a name may mean; none for a virtual name that nothing stands behind now.
   *
   * @throws ApiException 404 if there is no such name
   */
  List<Model> meant(String name) {
    List<Model> all = all();
    return switch (ModelName.read(name, aliases, all)) {
      case ModelName.Auto _ -> all;
      case ModelName.AnyLocal() -> at(Locality.LOCAL, all);
      case ModelName.AnyCloud() -> at(Locality.CLOUD, all);
      case ModelName.Named(var references) ->
          all.stream().filter(model -> references.contains(model.reference())).toList();
      case ModelName.Unknown _ ->
          throw new ApiException(
              ApiError.of(404, "model_not_found", "model '" + name + "' not found"));
    };
  }

  private static List<Model> at(Locality locality, List<Model> all) {
    return all.stream().filter(model -> model.locality() == locality).toList();
  }
}
