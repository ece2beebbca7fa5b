package dev.gatehouse.classify.privacy.text;

/** Where in the original string each UTF-16 unit of a text came from. */
interface Origin {

  /** Of the original string itself. */
  Origin ITSELF =
      new Origin() {
        @Override
        public int start(int unit) {
          return unit;
        }

        @Override
        public int end(int unit) {
          return unit + 1;
        }
      };

  /** First original unit of the unit at {@code unit}. */
  int start(int unit);

  /** One past the last original unit of the unit at {@code unit}. */
  int end(int unit);
}
