// Ends a run with one line that a machine can read: `page: N passed, N failed, N skipped`.
import type { Reporter, Suite } from "@playwright/test/reporter";

export default class ClosingLine implements Reporter {
  private suite?: Suite;
  private otherErrors = 0;

  onBegin(_config: unknown, suite: Suite) {
    this.suite = suite;
  }

  /** An error outside any test, say in a file that does not compile. */
  onError() {
    this.otherErrors++;
  }

  onEnd() {
    const outcomes = (this.suite?.allTests() ?? []).map((test) => test.outcome());
    const count = (outcome: string) => outcomes.filter((each) => each === outcome).length;
    const passed = count("expected") + count("flaky");
    const failed = count("unexpected") + this.otherErrors;
    console.log(`page: ${passed} passed, ${failed} failed, ${count("skipped")} skipped`);
  }
}
