/** What Clew uses of the library, which has no types of its own. */
declare module "edtf" {
  /** Throws when the text is no EDTF. `min` and `max` are milliseconds since 1 January 1970, NaN or infinite for some notations. */
  export default function edtf(text: string): {
    readonly min: number;
    readonly max: number;
    /** Bit masks of the parts that the mark is on; sets have none. */
    readonly approximate?: { readonly value: number };
    readonly uncertain?: { readonly value: number };
  };
}
