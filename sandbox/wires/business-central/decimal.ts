/** A decimal that goes onto the wire as a JSON number with every digit it has. */
export class Decimal {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toJSON(): unknown {
    return rawJson.rawJSON(this.text);
  }
}

// The type declarations of this language version do not have it yet.
const rawJson = JSON as unknown as { rawJSON(text: string): unknown };
