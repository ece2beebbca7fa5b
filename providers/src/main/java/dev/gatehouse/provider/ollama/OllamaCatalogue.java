package dev.gatehouse.provider.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.json.Json;
import dev.gatehouse.provider.Probe;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Asks an Ollama server what it has: {@code /api/tags} for the models, {@code /api/ps} for those in
 * memory, {@code /api/show} for the rest. Models that run in Ollama's cloud are never shown: the
 * server would ask the cloud.
 */
final class OllamaCatalogue {
  private static final int SHOWS_AT_ONCE = 4;

  private final String providerName;
  private final Probe probe;
  private final Map<String, JsonNode> shown = new ConcurrentHashMap<>();

  OllamaCatalogue(String providerName, Probe probe) {
    this.providerName = providerName;
    this.probe = probe;
  }

  /**
   * Every model of the server, in its own order.
   *
   * @throws ProviderException if it cannot be reached or does not answer as expected
   */
  List<OllamaModel> list() {
    JsonNode tags = probe.get("/api/tags").path("models");
    if (!tags.isArray()) {
      throw new ProviderException(Kind.BROKEN, providerName + " gives no list of models");
    }
    JsonNode running = probe.get("/api/ps").path("models");
    show(tags);
    List<OllamaEntry> entries = new ArrayList<>();
    for (JsonNode tag : tags) {
      entries.add(new OllamaEntry(tag, shown.getOrDefault(digest(tag), Json.object())));
    }
    Map<String, OllamaRunner> runners = runners(running, entries);
    return entries.stream().map(entry -> entry.model(runners)).toList();
  }

  /** The server names one alias of what is in memory; the others of the same file run there too. */
  private static Map<String, OllamaRunner> runners(JsonNode running, List<OllamaEntry> entries) {
    Map<String, String> files = new HashMap<>();
    entries.forEach(entry -> files.put(digest(entry.tag()), entry.file()));
    Map<String, OllamaRunner> runners = new HashMap<>();
    for (JsonNode each : running) {
      runners.put(files.getOrDefault(digest(each), digest(each)), OllamaRunner.read(each));
    }
    return runners;
  }

  private static String digest(JsonNode entry) {
    return entry.path("digest").asText("");
  }

  private void show(JsonNode tags) {
    Map<String, String> unknown = new HashMap<>();
    Set<String> present = new HashSet<>();
    for (JsonNode tag : tags) {
      String digest = digest(tag);
      present.add(digest);
      if (!shown.containsKey(digest) && !OllamaEntry.cloud(tag)) {
        unknown.put(digest, tag.path("name").asText(""));
      }
    }
    shown.keySet().retainAll(present);
    show(unknown);
  }

  private void show(Map<String, String> namesByDigest) {
    Semaphore slots = new Semaphore(SHOWS_AT_ONCE);
    List<Future<?>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      namesByDigest.forEach(
          (digest, name) -> running.add(threads.submit(() -> show(slots, digest, name))));
      for (Future<?> each : running) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof ProviderException failure
          ? failure
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProviderException(Kind.BROKEN, providerName + ": discovery was aborted", e);
    }
  }

  private void show(Semaphore slots, String digest, String name) {
    slots.acquireUninterruptibly();
    try {
      shown.put(digest, probe.post("/api/show", Json.object().put("model", name)));
    } finally {
      slots.release();
    }
  }
}
