package dev.gatehouse.architecture;

import static dev.gatehouse.architecture.Gatehouse.ROOT;
import static dev.gatehouse.architecture.Gatehouse.VIOLATIONS;
import static dev.gatehouse.architecture.Gatehouse.isBrokenBy;
import static dev.gatehouse.architecture.Gatehouse.keep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.architecture.violation.dialect.Hidden;
import dev.gatehouse.architecture.violation.inference.OwnConnections;
import dev.gatehouse.architecture.violation.inference.OwnLookups;
import dev.gatehouse.architecture.violation.inference.OwnProcesses;
import dev.gatehouse.architecture.violation.provider.ModelWithoutOurClient;
import dev.langchain4j.http.client.HttpClientBuilderFactory;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DoorRulesTest {

  @Test
  void onlyTheNamedFewKnowTheNetwork() {
    keep(DoorRules.nothingElseKnowsTheNetwork(ROOT));
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

  @Test
  void modelThatIsGivenNoHttpClientWouldFindNone() {
    List<HttpClientBuilderFactory> found =
        ServiceLoader.load(HttpClientBuilderFactory.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();

    assertThat(found).isEmpty();
    assertThatThrownBy(() -> Class.forName("dev.langchain4j.http.client.jdk.JdkHttpClient"))
        .isInstanceOf(ClassNotFoundException.class);
  }
}
