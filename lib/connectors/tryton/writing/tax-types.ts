/** The kinds of party identifiers that Tryton 6.0 takes for a tax number; it does not tell over its wire. */
export const taxTypes: readonly string[] = [
  ...['eu_vat', 'ad_nrt', 'al_nipt', 'ar_cuit', 'be_vat', 'bg_vat', 'by_unp', 'ch_vat', 'cl_rut', 'cn_uscc', 'co_rut'],
  ...['cr_cpj', 'cz_dic', 'de_vat', 'dk_cvr', 'do_rnc', 'ec_ruc', 'ee_kmkr', 'es_nif', 'fi_alv', 'fr_tva', 'gb_vat'],
  ...['gr_vat', 'gt_nit', 'hu_anum', 'id_npwp', 'ie_vat', 'il_hp', 'is_vsk', 'it_iva', 'jp_cn', 'kr_brn', 'lt_pvm'],
  ...['lu_tva', 'lv_pvn', 'mc_tva', 'md_idno', 'mt_vat', 'mx_rfc', 'nl_btw', 'no_mva', 'nz_ird', 'pe_ruc', 'pl_nip'],
  ...['pt_nif', 'py_ruc', 'ro_cf', 'rs_pib', 'ru_inn', 'se_vat', 'si_ddv', 'sk_dph', 'sm_coe', 'us_atin', 'us_ein'],
  ...['us_itin', 'us_ptin', 'us_ssn', 'us_tin', 'uy_ruc', 've_rif', 'za_tin'],
];

/**
 * The kinds that a number may be of: the one it had, the European one, which begins with a country's letters, and those
 * of the countries of its first two letters and of the addresses. No others: digits alone fit a number of many countries.
 */
export function taxTypesFor(code: string, countries: readonly string[], held: string | null): string[] {
  const prefixes = [code.slice(0, 2), ...countries].map((country) => `${country.toLowerCase()}_`);
  const ofCountry = taxTypes.filter((type) => prefixes.some((prefix) => type.startsWith(prefix)));
  return [...new Set([...(held ? [held] : []), 'eu_vat', ...ofCountry])];
}
