package dev.gatehouse.provider.embedded;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaIterator;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.LlamaOutput;
import de.kherud.llama.ModelParameters;
import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The model itself, behind de.kherud:llama 4.2.0. One call at a time. It is never closed: {@code
 * LlamaModel.close()} of that version does not return; the process ends instead.
 */
final class LlamaGenerator {
  private static final int MOST_THREADS = 8;

  /** Small, so that an abandoned prompt is given up soon; without AVX bigger ones gain nothing. */
  private static final int BATCH_TOKENS = 128;

  /** About one batch of text. */
  private static final int PROMPT_STEP = 450;

  /**
   * Marks ChatML, which llama.cpp writes by itself, and without a default system message. That of
   * SmolLM2 makes its four-bit weights answer worse; see docs/embedded-model.md.
   */
  private static final String CHATML = "<|im_start|>";

  private static final Pattern PLACEHOLDER = Pattern.compile("@@(\\d{1,7})@@");

  private final LlamaModel model;
  private final GgufHeader header;

  private LlamaGenerator(LlamaModel model, GgufHeader header) {
    this.model = model;
    this.header = header;
  }

  /** Loads the weights. */
  static LlamaGenerator load(ServerOptions options) throws IOException {
    GgufHeader header = GgufHeader.read(options.model());
    int threads = Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS);
    ModelParameters parameters =
        new ModelParameters()
            .setModel(options.model().toString())
            .setCtxSize(options.contextTokens())
            .setBatchSize(BATCH_TOKENS)
            .setUbatchSize(BATCH_TOKENS)
            .setParallel(1)
            .setThreads(threads)
            .setThreadsBatch(threads)
            .disableLog();
    if (!header.chatTemplate().contains(CHATML)) {
      parameters.enableJinja();
    }
    return new LlamaGenerator(new LlamaModel(parameters), header);
  }

  /**
   * Writes a conversation down as the model was trained to read it, by the file's own template.
   *
   * <p>The template sees placeholders: the binding hands its result back in a form that cannot hold
   * characters beyond U+FFFF, and no message can break it.
   */
  Prompt prompt(List<ChatBody.Turn> turns) {
    ObjectNode conversation = JsonNodeFactory.instance.objectNode();
    ArrayNode messages = conversation.putArray("messages");
    for (ChatBody.Turn turn : turns) {
      messages.addObject().put("role", turn.role()).put("content", "@@" + messages.size() + "@@");
    }
    Matcher frame = PLACEHOLDER.matcher(withBegin(model.applyTemplate(conversation.toString())));
    String text = frame.replaceAll(each -> Matcher.quoteReplacement(text(turns, each)));
    int begin = header.addsBeginToken() ? 1 : 0;
    return new Prompt(text, model.encode(text).length + begin);
  }

  /** Placeholders count from 1: each is numbered after its own message was added. */
  private static String text(List<ChatBody.Turn> turns, MatchResult placeholder) {
    return turns.get(Integer.parseInt(placeholder.group(1)) - 1).text();
  }

  /**
   * Puts the begin token back, which llama.cpp takes away from what a Jinja template wrote because
   * it expects the tokenizer to add it, where the tokenizer does not.
   */
  private String withBegin(String prompt) {
    String begin = header.beginText();
    boolean lost =
        !header.addsBeginToken()
            && !begin.isEmpty()
            && !prompt.startsWith(begin)
            && (header.chatTemplate().contains(begin)
                || header.chatTemplate().contains("bos_token"));
    return lost ? begin + prompt : prompt;
  }

  /**
   * Lets the model answer.
   *
   * @param limit most tokens to make; at least 1 and within the context
   * @param sink takes each piece of the answer as it is made; never cuts a character
   * @throws InterruptedException if the thread was interrupted; no more tokens are made then
   */
  Outcome generate(Prompt prompt, Sampling sampling, int limit, TextSink sink)
      throws IOException, InterruptedException {
    read(prompt.text());
    LlamaIterator tokens = model.generate(parameters(prompt.text(), sampling, limit)).iterator();
    Answer answer = new Answer(new StopTexts(sampling.stops()), sink, limit);
    try {
      while (tokens.hasNext() && !answer.stopped()) {
        refuseIfInterrupted();
        LlamaOutput output = tokens.next();
        answer.take(output.text, !tokens.hasNext());
      }
    } finally {
      if (tokens.hasNext()) {
        tokens.cancel();
      }
    }
    return answer.outcome();
  }

  /** Reads a long prompt in steps, so that it can be given up in between; the model remembers. */
  private void read(String prompt) throws InterruptedException {
    for (int end = PROMPT_STEP; end < prompt.length(); end += PROMPT_STEP) {
      refuseIfInterrupted();
      int whole = Character.isHighSurrogate(prompt.charAt(end - 1)) ? end - 1 : end;
      InferenceParameters parameters = new InferenceParameters(prompt.substring(0, whole));
      LlamaIterator step = model.generate(parameters.setNPredict(0)).iterator();
      while (step.hasNext()) {
        step.next();
      }
    }
  }

  private static void refuseIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private static InferenceParameters parameters(String prompt, Sampling sampling, int limit) {
    InferenceParameters parameters =
        new InferenceParameters(prompt).setNPredict(limit).setCachePrompt(true);
    sampling.temperature().ifPresent(value -> parameters.setTemperature((float) value));
    sampling.topP().ifPresent(value -> parameters.setTopP((float) value));
    sampling.presencePenalty().ifPresent(value -> parameters.setPresencePenalty((float) value));
    sampling.frequencyPenalty().ifPresent(value -> parameters.setFrequencyPenalty((float) value));
    sampling.seed().ifPresent(seed -> parameters.setSeed(Long.hashCode(seed)));
    return parameters;
  }

  /**
   * A conversation, written down.
   *
   * @param tokens its exact length
   */
  record Prompt(String text, int tokens) {}

  /**
   * How an answer ended.
   *
   * @param tokens tokens made, the one that ends an answer included, as llama.cpp counts
   * @param limited whether the limit cut it
   */
  record Outcome(int tokens, boolean limited) {}

  /** Takes text as it is made. */
  @FunctionalInterface
  interface TextSink {
    /** Takes a piece; never empty. */
    void accept(String piece) throws IOException;
  }

  /**
   * An answer in the making. The binding tells no token ids and no reason for the end, so both are
   * concluded: it hands over one output a token, but holds a character's first tokens back until it
   * is whole; an output without text is the model's own end; and where no such output came, it was
   * the limit.
   */
  private final class Answer {
    private final StopTexts stops;
    private final TextSink sink;
    private final int limit;
    private int tokens;
    private boolean ended;

    Answer(StopTexts stops, TextSink sink, int limit) {
      this.stops = stops;
      this.sink = sink;
      this.limit = limit;
    }

    void take(String text, boolean last) throws IOException {
      if (last) {
        show(stops.take(text) + stops.rest());
        return;
      }
      ended = text.isEmpty();
      tokens += tokensOf(text);
      show(stops.take(text));
    }

    private int tokensOf(String text) {
      boolean single = text.chars().allMatch(c -> c < 0x80);
      return single ? 1 : model.encode(text).length;
    }

    private void show(String text) throws IOException {
      if (!text.isEmpty()) {
        sink.accept(text);
      }
    }

    boolean stopped() {
      return stops.matched();
    }

    Outcome outcome() {
      boolean limited = !ended && !stops.matched();
      return new Outcome(limited ? limit : Math.min(tokens, limit), limited);
    }
  }
}
