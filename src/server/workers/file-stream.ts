/** A file that a worker thread writes piece by piece, as a stream to be read at the reader's pace. */
export class FileStream {
  readonly stream: ReadableStream<Uint8Array>;
  /** Gives why the rest will never come: the connection is then to be broken, so that the part is not taken for the whole. */
  readonly cut: Promise<Error>;
  #cutOff!: (why: Error) => void;
  #controller!: ReadableStreamDefaultController<Uint8Array>;
  readonly #waiting: Uint8Array[] = [];
  #wanted: (() => void) | null = null;
  #over: "end" | "failed" | null = null;
  readonly #onTaken: () => void;

  constructor({ onTaken, onCancel }: { onTaken: () => void; onCancel: () => void }) {
    this.#onTaken = onTaken;
    this.cut = new Promise((cutOff) => {
      this.#cutOff = cutOff;
    });
    this.stream = new ReadableStream(
      {
        start: (controller) => {
          this.#controller = controller;
        },
        pull: () => this.#give(),
        cancel: () => {
          this.#waiting.length = 0;
          onCancel();
        },
      },
      { highWaterMark: 0 },
    );
  }

  push(piece: Uint8Array): void {
    this.#waiting.push(piece);
    this.#wake();
  }

  end(): void {
    this.#over ??= "end";
    this.#wake();
  }

  fail(why: Error): void {
    if (this.#over !== null) return;
    this.#over = "failed";
    this.#cutOff(why);
  }

  #wake(): void {
    const wanted = this.#wanted;
    this.#wanted = null;
    wanted?.();
  }

  /** Resolves once one piece is given, or the file is over; never when it is cut. */
  async #give(): Promise<void> {
    while (this.#waiting.length === 0 && this.#over !== "end") {
      await new Promise<void>((wake) => {
        this.#wanted = wake;
      });
    }
    const piece = this.#waiting.shift();
    if (piece !== undefined) {
      this.#controller.enqueue(piece);
      this.#onTaken();
    } else this.#controller.close();
  }
}
