package dev.gatehouse.redact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrieTest {

  @Test
  void aWordIsKnownAtItsLastLetterAndNotBefore() {
    Trie trie = new Trie();
    trie.put("ann", 1);
    trie.put("anna", 2);

    int node = trie.next(trie.next(Trie.ROOT, 'a'), 'n');
    assertThat(trie.word(node)).isEqualTo(Trie.NONE);
    assertThat(trie.word(trie.next(node, 'n'))).isEqualTo(1);
    assertThat(trie.word("anna")).isEqualTo(2);
    assertThat(trie.next(node, 'x')).isEqualTo(Trie.NONE);
    assertThat(trie.begins('a')).isTrue();
    assertThat(trie.begins('n')).isFalse();
  }

  @Test
  void aLongerWordGoesOn() {
    Trie trie = new Trie();
    trie.put("a", 0);
    trie.put("ab", 1);

    int shorter = trie.next(Trie.ROOT, 'a');
    assertThat(trie.goesOn(shorter)).isTrue();
    assertThat(trie.goesOn(trie.next(shorter, 'b'))).isFalse();
  }

  @Test
  void manyWordsOfEveryScriptAreKept() {
    Trie trie = new Trie();
    for (int i = 0; i < 5000; i++) {
      trie.put(Character.toString(0x4E00 + i) + i, i);
    }

    for (int i = 0; i < 5000; i++) {
      assertThat(trie.word(Character.toString(0x4E00 + i) + i)).isEqualTo(i);
    }
    assertThat(trie.word("5000")).isEqualTo(Trie.NONE);
  }

  @Test
  void theLaterOfTwoNumbersOfAWordCounts() {
    Trie trie = new Trie();
    trie.put("ann", 1);
    trie.put("ann", 2);

    assertThat(trie.word("ann")).isEqualTo(2);
  }
}
