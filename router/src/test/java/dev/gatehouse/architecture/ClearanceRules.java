package dev.gatehouse.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noConstructors;

import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;

/** Nobody sends without a clearance, and nobody can make one but the gate. */
final class ClearanceRules {
  private static final String CLEARANCE = "egress.Clearance";
  private static final String PASSAGE = "egress.Passage";
  private static final String GATE = "egress.PrivacyGate";
  private static final String DOOR = "egress.Egress";
  private static final String UPSTREAM = "egress.Upstream";

  /** Where the gateway is put together. */
  private static final String WIRING = "gateway.Deciding";

  /** Where the word of the gate on a request is asked for. */
  private static final String ADMISSION = "pipeline.Decider";

  /** Where a request is bound to its passage, around the call of a provider. */
  private static final String BINDING = "dispatch.Dispatcher";

  /** Where a change of an Ollama's models is bound to its passage. */
  private static final String BINDING_OF_CHANGES = "dispatch.OllamaServers";

  /**
   * Who asks upstreams something that carries nothing of a client: the weights of the embedded
   * model, its health, the lists of models.
   */
  private static final String[] PROBES = {
    "provider.embedded.WeightsDownload", "provider.embedded.EmbeddedEngine", "provider.Probe"
  };

  /** Who sends what is a client's: the faithful lane and the translated lane. */
  private static final String[] LANES = {
    "provider.relay.Relay", "provider.langchain.LangChainHttpClient"
  };

  /** Who sends what changes a server's models, which its own client wrote. */
  private static final String ADMINISTRATION = "provider.ollama.OllamaAdministration";

  private ClearanceRules() {}

  static ArchRule onlyTheGateMakesClearances(String root) {
    return only(root, CLEARANCE, JavaConstructor.CONSTRUCTOR_NAME, GATE);
  }

  static ArchRule onlyTheGateMakesPassages(String root) {
    return only(root, PASSAGE, JavaConstructor.CONSTRUCTOR_NAME, GATE);
  }

  static ArchRule onlyTheDoorRedeemsClearances(String root) {
    return only(root, CLEARANCE, "redeem", DOOR);
  }

  static ArchRule onlyUpstreamsSendThroughTheDoor(String root) {
    return only(root, DOOR, "send", UPSTREAM);
  }

  static ArchRule onlyUpstreamsAskTheGateForClearance(String root) {
    return only(root, GATE, "clear", UPSTREAM);
  }

  static ArchRule onlyUpstreamsAskTheGateForProbes(String root) {
    return only(root, GATE, "clearProbe", UPSTREAM);
  }

  static ArchRule onlyTheWiringMakesAGate(String root) {
    return only(root, GATE, JavaConstructor.CONSTRUCTOR_NAME, WIRING);
  }

  static ArchRule onlyTheWiringMakesADoor(String root) {
    return only(root, DOOR, JavaConstructor.CONSTRUCTOR_NAME, WIRING);
  }

  static ArchRule onlyTheDecisionAdmitsRequests(String root) {
    return only(root, GATE, "admit", ADMISSION);
  }

  static ArchRule onlyDispatchBindsPassages(String root) {
    return only(root, PASSAGE, "CURRENT", BINDING, BINDING_OF_CHANGES, UPSTREAM);
  }

  static ArchRule onlyDiscoveryProbes(String root) {
    return only(root, UPSTREAM, "probe", PROBES);
  }

  static ArchRule onlyTheLanesSendContent(String root) {
    return only(root, UPSTREAM, "post", LANES);
  }

  static ArchRule onlyAdministrationSendsOtherContent(String root) {
    return only(root, UPSTREAM, "send", ADMINISTRATION);
  }

  static ArchRule gateAndItsPapersAreFinal(String root) {
    return classes()
        .that(Gatehouse.named(root, CLEARANCE, PASSAGE, GATE, DOOR, UPSTREAM))
        .and()
        .areTopLevelClasses()
        .should()
        .haveModifier(JavaModifier.FINAL);
  }

  static ArchRule papersCannotBeMadeOutsideTheirPackage(String root) {
    return noConstructors()
        .that()
        .areDeclaredInClassesThat(Gatehouse.named(root, CLEARANCE, PASSAGE))
        .should()
        .bePublic()
        .orShould()
        .beProtected();
  }

  /** {@code member} of {@code owner} is for {@code users} and the owner itself. */
  private static ArchRule only(String root, String owner, String member, String... users) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and(not(Gatehouse.named(root, users)))
        .and(not(Gatehouse.named(root, owner)))
        .should()
        .accessTargetWhere(
            describe(
                "the target is " + member + " of " + owner,
                access ->
                    access.getTargetOwner().getName().equals(root + "." + owner)
                        && access.getName().equals(member)))
        .because("it is for " + String.join(", ", users));
  }
}
