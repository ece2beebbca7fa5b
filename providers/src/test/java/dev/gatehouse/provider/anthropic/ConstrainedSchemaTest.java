package dev.gatehouse.provider.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.provider.langchain.Asked;
import org.junit.jupiter.api.Test;

class ConstrainedSchemaTest {

  private static boolean holds(String schema) {
    return ConstrainedSchema.holds(Asked.json(schema.replace('\'', '"')));
  }

  @Test
  void closedObjectsListsChoicesAndReferencesHold() {
    assertThat(
            holds(
                """
                {'type':'object','additionalProperties':false,'required':['a'],'properties':{
                  'a':{'type':'array','minItems':1,'items':{'$ref':'#/$defs/b'}},
                  'c':{'anyOf':[{'$ref':'#/$defs/b'},{'type':'null'}]}},
                 '$defs':{'b':{'type':'string','enum':['x','y'],'format':'date','description':'d'}}}
                """))
        .isTrue();
  }

  @Test
  void openObjectsDoNot() {
    assertThat(holds("{'type':'object','properties':{}}")).isFalse();
    assertThat(holds("{'type':'object','additionalProperties':true}")).isFalse();
    assertThat(holds("{'type':'array','items':{'type':'object'}}")).isFalse();
  }

  @Test
  void boundsPatternsAndUnknownKeywordsDoNot() {
    assertThat(holds("{'type':'string','minLength':1}")).isFalse();
    assertThat(holds("{'type':'integer','maximum':9}")).isFalse();
    assertThat(holds("{'type':'string','pattern':'a'}")).isFalse();
    assertThat(holds("{'type':'string','format':'regex'}")).isFalse();
    assertThat(holds("{'type':'array','minItems':2}")).isFalse();
    assertThat(holds("{'enum':[{'a':1}]}")).isFalse();
    assertThat(holds("{'oneOf':[{'type':'null'}]}")).isFalse();
  }

  @Test
  void whatRefersToItselfOrElsewhereDoesNot() {
    assertThat(holds("{'$ref':'#/$defs/a','$defs':{'a':{'anyOf':[{'$ref':'#/$defs/a'}]}}}"))
        .isFalse();
    assertThat(holds("{'$ref':'https://example.com/a'}")).isFalse();
    assertThat(holds("{'$ref':'#/$defs/missing'}")).isFalse();
  }
}
