package dev.gatehouse.pipeline;

import dev.gatehouse.dialect.ApiError;
import dev.gatehouse.egress.NotClearedException;
import dev.gatehouse.inference.Event;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Answer;
import dev.gatehouse.provider.ProviderException.Kind;
import java.util.ArrayList;
import java.util.List;

/** Tells a client that its answer failed: as an error of its own, or at the end of what it got. */
record Failing(Presentation presentation, AnswerDelivery delivery, Reply reply) {

  void with(ApiError error) {
    if (delivery.begun()) {
      delivery.fail(error, reply);
    } else {
      reply.fail(error, presentation.headers());
    }
  }

  void notCleared(NotClearedException e) {
    with(
        Errors.privacyNoLocalCapacity(
            "the privacy gate let the request go nowhere: " + e.getMessage()));
  }

  void upstream(ProviderException e) {
    boolean localOnly = !presentation.considered().mayLeave();
    boolean requestsFault = e.kind() == Kind.REJECTED || e.kind() == Kind.TOO_LONG;
    if (localOnly && !requestsFault) {
      with(
          Errors.privacyNoLocalCapacity(
              "the request must stay local, and no local model answered: " + e.getMessage()));
    } else if (isClientsBusiness(e)) {
      handOn(e.answer().orElseThrow());
    } else {
      with(Errors.of(e));
    }
  }

  /** An upstream's own 4xx in JSON says more than the gateway could. */
  private static boolean isClientsBusiness(ProviderException e) {
    return e.answer()
        .filter(
            answer -> answer.status() >= 400 && answer.status() < 500 && answer.body().length > 0)
        .isPresent();
  }

  private void handOn(Answer upstreams) {
    Answer answer = restored(upstreams);
    if (delivery.begun()) {
      with(Errors.of(answer));
      return;
    }
    List<Event.Header> headers = new ArrayList<>(answer.headers());
    headers.addAll(presentation.headers());
    boolean aboutTheGateway = answer.status() == 401 || answer.status() == 403;
    if (delivery.relayed() && !aboutTheGateway) {
      reply.channel().send(answer.status(), "application/json", headers, answer.body());
    } else {
      reply.fail(Errors.of(answer), headers);
    }
  }

  private Answer restored(Answer answer) {
    return new Answer(
        answer.status(), answer.contentType(), delivery.restored(answer.body()), answer.headers());
  }
}
