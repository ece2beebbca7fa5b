package dev.gatehouse.cli;

import dev.gatehouse.classify.FailureListener;
import dev.gatehouse.classify.RequestClassifier;
import dev.gatehouse.config.PrivacyConfig;
import dev.gatehouse.dialect.openai.ChatCompletions;
import dev.gatehouse.gateway.Classifiers;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonBody;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Classifies JSON lines. */
@Command(
    name = "classify",
    mixinStandardHelpOptions = true,
    description =
        "Reads JSON lines {\"id\",\"text\"} or {\"id\",\"request\"} from standard input and writes what each is.")
final class ClassifyCommand implements Runnable {
  @Mixin private CommonOptions common = new CommonOptions();

  /** Every verb that prints takes {@code --json}; this one prints nothing else. */
  @Option(names = "--json", description = "Changes nothing: the output is JSON lines anyway.")
  void json(boolean wanted) {}

  @Override
  public void run() {
    PrivacyConfig privacy = common.load().privacy();
    RequestClassifier classifier = new Classifiers(privacy).of(privacy, FailureListener.NONE);
    ClassifyLines lines =
        new ClassifyLines(
            classifier, tree -> ChatCompletions.request(new JsonBody(Json.write(tree), tree)));
    try (Reader in = new InputStreamReader(System.in, StandardCharsets.UTF_8);
        Writer out =
            new BufferedWriter(
                new OutputStreamWriter(
                    new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8))) {
      lines.run(in, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
