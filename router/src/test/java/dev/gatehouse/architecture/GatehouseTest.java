package dev.gatehouse.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.gatehouse.config.GatehouseConfig;
import dev.gatehouse.egress.Egress;
import dev.gatehouse.http.GatewayServer;
import dev.gatehouse.scripted.ScriptedUpstream;
import org.junit.jupiter.api.Test;

final class GatehouseTest {

  @Test
  void everyModuleIsJudgedAndNoTest() {
    assertThat(Gatehouse.CLASSES)
        .extracting(JavaClass::getName)
        .contains(
            GatehouseConfig.class.getName(), Egress.class.getName(), GatewayServer.class.getName())
        .doesNotContain(ScriptedUpstream.class.getName(), GatehouseTest.class.getName());
  }
}
