package dev.gatehouse.provider.langchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DataUrlTest {

  @Test
  void typeAndBytesAreReadAndParametersAreNot() {
    assertThat(DataUrl.parse("data:Text/Plain;charset=utf-8;base64,aGk="))
        .isEqualTo(Optional.of(new DataUrl("text/plain", "aGk=")));
    assertThat(new DataUrl("text/plain", "aGk=").text()).isEqualTo("hi");
  }

  @Test
  void otherUrlsAreNone() {
    for (String url :
        new String[] {
          "https://example.com/a;base64,b",
          "data:text/plain,hi",
          "data:,x;base64,aGk=",
          "data:a;base64,"
        }) {
      assertThat(DataUrl.parse(url)).as(url).isEmpty();
    }
  }
}
