import styles from "./bar.module.css";

/** A ball of thread, its end running on. */
export function Mark() {
  return (
    <svg className={styles.mark} width="22" height="22" viewBox="0 0 24 24" aria-hidden="true">
      <g fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round">
        <circle cx="11" cy="11" r="8.300" />
        <path d="M4 7.200c4.800-2.600 9.800-2 14.200 1.600" />
        <path d="M2.800 11.200c5.200-2.900 11-2 16.300 1.400" />
        <path d="M4.600 15.600c3.600-1.600 8.200-1.200 13.200 0.400c1.600 0.600 2.800 2.800 4.600 4.600" />
      </g>
    </svg>
  );
}
