/** How long a rotated key works beside its successor unless somebody says otherwise. */
export const defaultOverlapDays = 7;
