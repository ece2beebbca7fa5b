package dev.gatehouse.architecture;

import static dev.gatehouse.architecture.Gatehouse.ROOT;
import static dev.gatehouse.architecture.Gatehouse.VIOLATIONS;
import static dev.gatehouse.architecture.Gatehouse.isBrokenBy;
import static dev.gatehouse.architecture.Gatehouse.keep;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.architecture.violation.dialect.Hidden;
import dev.gatehouse.architecture.violation.inference.OwnConnections;
import dev.gatehouse.architecture.violation.inference.OwnLookups;
import dev.gatehouse.architecture.violation.inference.OwnProcesses;
import dev.gatehouse.architecture.violation.provider.ModelWithoutOurClient;
import dev.langchain4j.http.client.HttpClientBuilderFactory;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DoorRulesTest {

  @Test
  void onlyTheNamedFewKnowTheNetwork() {
    keep(DoorRules.nothingElseKnowsTheNetwork(ROOT));
  }

  @Test
  void theLoaderOfRecognizersOpensJarsAlone() {
    keep(DoorRules.loaderOfRecognizersOpensJarsAlone(ROOT));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        OwnConnections.OfSockets.class,
        OwnConnections.OfServerSockets.class,
        OwnConnections.OfDatagrams.class,
        OwnConnections.OfChannels.class,
        OwnConnections.OfAsynchronousChannels.class,
        OwnConnections.OfUrls.class,
        OwnConnections.OfTheJdksClient.class,
        OwnConnections.OfTls.class,
        OwnConnections.OfTheWebClient.class,
        OwnConnections.OfNaming.class,
        OwnConnections.OfRemoteCalls.class,
        OwnConnections.OfTheJdksServer.class
      })
  void everyKindOfConnectionIsSeen(Class<?> offender) {
    isBrokenBy(DoorRules.nothingElseKnowsTheNetwork(VIOLATIONS), offender);
  }

  @Test
  void onlyTheDoorLooksUpNamesAndNothingMakesAUrl() {
    keep(DoorRules.nothingElseLooksUpANameOrOpensAUrl(ROOT));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        OwnLookups.ByName.class,
        OwnLookups.ByReference.class,
        OwnLookups.OfASocketAddress.class,
        OwnLookups.InReverse.class,
        OwnLookups.OfAUrl.class
      })
  void everyKindOfLookupIsSeen(Class<?> offender) {
    isBrokenBy(DoorRules.nothingElseLooksUpANameOrOpensAUrl(VIOLATIONS), offender);
  }

  @Test
  void onlyTheNamedFewStartProcesses() {
    keep(DoorRules.nothingElseStartsAProcess(ROOT));
    isBrokenBy(
        DoorRules.nothingElseStartsAProcess(VIOLATIONS), OwnProcesses.OfProcessBuilder.class);
  }

  @Test
  void nothingGoesRoundTheRulesByReflectionOrNativeCode() {
    keep(DoorRules.nothingGoesRoundTheseRules(ROOT));
    isBrokenBy(DoorRules.nothingGoesRoundTheseRules(VIOLATIONS), OwnProcesses.OfRuntime.class);
    isBrokenBy(DoorRules.nothingGoesRoundTheseRules(VIOLATIONS), Hidden.ByReflection.class);
    isBrokenBy(DoorRules.nothingGoesRoundTheseRules(VIOLATIONS), Hidden.ByNativeCode.class);
    isBrokenBy(DoorRules.nothingGoesRoundTheseRules(VIOLATIONS), Hidden.ByName.class);
  }

  @Test
  void onlyTheTranslatedLaneKnowsTheVendorsModels() {
    keep(DoorRules.onlyTheTranslatedLaneKnowsTheVendorsModels(ROOT));
    isBrokenBy(
        DoorRules.onlyTheTranslatedLaneKnowsTheVendorsModels(VIOLATIONS),
        ModelWithoutOurClient.class);
  }

  @Test
  void everyModelOfLangChain4jIsGivenOurHttpClient() {
    keep(DoorRules.everyModelIsGivenOurHttpClient(ROOT));
    isBrokenBy(DoorRules.everyModelIsGivenOurHttpClient(VIOLATIONS), ModelWithoutOurClient.class);
  }

  @Test
  void everyModelOfLangChain4jIsToldHowOftenToRetry() {
    keep(DoorRules.everyModelIsToldHowOftenToRetry(ROOT));
    isBrokenBy(DoorRules.everyModelIsToldHowOftenToRetry(VIOLATIONS), ModelWithoutOurClient.class);
  }

  /** What runs, without what only tests need: clients of their own, say. */
  @Test
  void modelThatIsGivenNoHttpClientWouldFindNone() throws IOException {
    String[] runtime =
        Files.readString(Path.of("target", "runtime-classpath.txt"))
            .strip()
            .split(File.pathSeparator);

    assertThat(runtime).hasSizeGreaterThan(20).anyMatch(each -> each.contains("langchain4j-core"));
    assertThat(runtime).noneMatch(each -> each.contains("langchain4j-http-client-jdk"));
    assertThat(Stream.of(runtime).filter(each -> each.endsWith(".jar")))
        .noneMatch(DoorRulesTest::offersAnHttpClient);
  }

  private static boolean offersAnHttpClient(String jar) {
    try (JarFile file = new JarFile(jar)) {
      return file.getEntry("META-INF/services/" + HttpClientBuilderFactory.class.getName()) != null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
