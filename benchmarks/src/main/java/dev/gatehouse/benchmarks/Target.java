package dev.gatehouse.benchmarks;

/**
 * What is measured.
 *
 * @param port of 127.0.0.1 that it listens on
 * @param scenarioInPath whether it tells scenarios by the path; the gateway tells them by the model
 */
record Target(String name, int port, boolean scenarioInPath, RunningProcess process) {

  /** Where a request of that scenario goes. */
  String path(Scenario scenario) {
    return (scenarioInPath ? "/" + scenario.provider() : "") + "/v1/chat/completions";
  }

  String url(Scenario scenario) {
    return "http://127.0.0.1:" + port + path(scenario);
  }
}
