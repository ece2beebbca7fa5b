package dev.gatehouse.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gatehouse.conformance.Ask;
import dev.gatehouse.conformance.ScriptedModel;
import dev.gatehouse.conformance.ScriptedUpstreams;
import dev.gatehouse.conformance.UpstreamKind;

/** A client in front of the gateway and a kind of upstream behind it. */
record Cell(Client client, UpstreamKind upstream, ScriptedUpstreams upstreams) {

  /** Asks the upstream's model; whatever is asked, the answer's frame has to be right. */
  Client.Reply ask(Ask ask) {
    Client.Reply reply = client.ask(upstream.model(), ask);

    assertThat(reply.id()).as("id").isNotBlank();
    assertThat(reply.model()).as("model").isNotBlank();
    assertThat(reply.inputTokens()).as("input tokens").isEqualTo(ScriptedModel.INPUT_TOKENS);
    assertThat(reply.outputTokens()).as("output tokens").isEqualTo(ScriptedModel.OUTPUT_TOKENS);
    return reply;
  }

  /** What reached the upstream last. */
  Ask received() {
    return upstreams.asked(upstream).getLast();
  }

  /** How a question is refused. */
  Client.Refused refusal(Ask ask) {
    return catchThrowableOfType(Client.Refused.class, () -> client.ask(upstream.model(), ask));
  }
}
