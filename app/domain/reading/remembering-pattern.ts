/**
 * A pattern that knows what it found in the text of just now: rules share their guards ("hierbij", "niet", who asks what),
 * and one after the other asks them of the same clause. Not for the flags `g` and `y`: what those find depends on more
 * than the text.
 */
export class RememberingPattern extends RegExp {
  readonly #needs: RegExp | null;
  #text: string | null = null;
  #found: RegExpExecArray | null = null;

  /** @param needs words of which one stands in all that the pattern finds; where none does, it is not tried */
  constructor(source: string, flags: string, needs: string | null) {
    super(source, flags);
    this.#needs = needs === null ? null : new RegExp(needs, "i");
  }

  override exec(text: string): RegExpExecArray | null {
    if (text === this.#text) return this.#found;
    this.#found = this.#needs?.test(text) === false ? null : super.exec(text);
    this.#text = text;
    return this.#found;
  }

  override test(text: string): boolean {
    return this.exec(text) !== null;
  }
}
