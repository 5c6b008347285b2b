/** Two people side by side: the name says the same. */
export const Brand = () => (
  <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden>
    <rect width="32" height="32" rx="7" fill="#0b4f4a" />
    <circle cx="12" cy="11" r="3.6" fill="#fff" />
    <circle cx="21" cy="13" r="2.9" fill="#9fd3c7" />
    <path d="M6.500 25c0-5 2.300-8.300 5.500-8.300s5.500 3.300 5.500 8.300z" fill="#fff" />
    <path
      d="M18.800 25c0-2.700-.5-4.900-1.300-6.600.9-1.100 2.200-1.700 3.500-1.700 2.800 0 4.800 2.900 4.800 8.300z"
      fill="#9fd3c7"
    />
  </svg>
);
