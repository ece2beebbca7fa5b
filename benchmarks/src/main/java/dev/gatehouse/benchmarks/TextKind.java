package dev.gatehouse.benchmarks;

import java.nio.charset.StandardCharsets;

/** Kinds of text that requests hold, each an invented sample. */
public enum TextKind {
  PROSE(
      """
      The committee met on Tuesday to look at the plans for the new library, which has been under \
      discussion since the old building was closed after the flood three years ago. Margaret \
      Holloway, who has run the reading room for two decades, said that the shelves alone would take \
      up half of the budget, from 1.2 million to about 1,450,000 pounds. The chair opened the meeting \
      at 19:30 and put the question to a vote; work is to start in spring, once the council in \
      Bristol has agreed to the loan.
      """),
  CODE(
      """
      public final class Cart {
        private final Map<String, Integer> items = new HashMap<>();

        /** Adds an item; the count is at least 1. */
        public void add(String sku, int count) {
          if (count < 1) {
            throw new IllegalArgumentException("count: " + count);
          }
          items.merge(sku, count, Integer::sum);
          log.info("added {} of {}", count, sku); // token = session.token
        }
      }
      """),
  TOOL_RESULT(
      """
      {"orders":[{"id":48213,"customer":{"name":"Ellen Marsh","email":"ellen.marsh@example.org",\
      "phone":"+44 20 7946 0958"},"total":129.95,"currency":"EUR","created_at":\
      "2025-03-14T09:26:53Z","status":"shipped"},{"id":48214,"customer":{"name":"Piet Bakker",\
      "email":"p.bakker@example.net","phone":null},"total":18.5,"currency":"EUR","created_at":\
      "2025-03-14T10:02:11Z","status":"open"}]}
      """),
  GERMAN_LETTER(
      """
      Sehr geehrte Frau Dr. Lindqvist, hiermit kündige ich meinen Vertrag mit der Kundennummer \
      4471-20938 zum 31. März 2026. Meine Frau Anja und ich ziehen um, neue Anschrift: Birkenweg 14, \
      24837 Schleswig. Bitte überweisen Sie das Guthaben auf das Konto DE89 3704 0044 0532 0130 00. \
      Seit der Diagnose Diabetes im Mai nehme ich Metformin 500 mg. Telefon 04621 332109, E-Mail \
      j.petersen@example.de. Mit freundlichen Grüßen, Jörg Petersen
      """),
  JAPANESE(
      """
      お世話になっております。田中商事の佐藤健一です。先日の会議でご説明した新しい図書館の計画について、費用の見積もりを\
      お送りします。工事は来年の春に始まり、予算は約1,450万円です。ご不明な点がございましたら、03-3456-7890までお電話ください。\
      よろしくお願いいたします。
      """),
  LOG(
      """
      2026-02-11T08:14:03.112Z INFO  [http-nio-8080-exec-7] c.e.shop.OrderController - GET \
      /api/v2/orders/48213?expand=items 200 34ms ip=10.1.4.23 trace=4bf92f3577b34da6a3ce929d0e0e4736
      2026-02-11T08:14:03.480Z WARN  [pool-3-thread-1] c.e.shop.StockClient - retry 2 of 5 after \
      timeout, host=stock-7.internal:9443
      """);

  private final String sample;

  TextKind(String sample) {
    this.sample = sample;
  }

  /** A text of about so many kilobytes in UTF-8. */
  String text(int kilobytes) {
    int bytes = sample.getBytes(StandardCharsets.UTF_8).length;
    int units = (int) ((long) kilobytes * 1_024 * sample.length() / bytes);
    return sample.repeat(units / sample.length() + 1).substring(0, units);
  }
}
