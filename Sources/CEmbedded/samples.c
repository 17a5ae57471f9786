// The built-in sample documents. One block and one line of the table for each file of Sources/regwatch/Samples; a test compares the two.
#include "samples.h"

static const unsigned char sample_00[] = {
#embed "../regwatch/Samples/00-welcome.md"
};
static const unsigned char sample_01[] = {
#embed "../regwatch/Samples/agencies/2025-01-21-sec-crypto-task-force.html"
};
static const unsigned char sample_02[] = {
#embed "../regwatch/Samples/agencies/2025-02-24-doj-okx-plea.html"
};
static const unsigned char sample_03[] = {
#embed "../regwatch/Samples/agencies/2025-02-27-sec-staff-meme-coins.html"
};
static const unsigned char sample_04[] = {
#embed "../regwatch/Samples/agencies/2025-03-07-occ-interpretive-letter-1183.html"
};
static const unsigned char sample_05[] = {
#embed "../regwatch/Samples/agencies/2025-03-21-ofac-tornado-cash-delisting.html"
};
static const unsigned char sample_06[] = {
#embed "../regwatch/Samples/agencies/2025-04-04-sec-staff-stablecoins.html"
};
static const unsigned char sample_07[] = {
#embed "../regwatch/Samples/agencies/2025-04-15-bafin-ethena-usde.html"
};
static const unsigned char sample_08[] = {
#embed "../regwatch/Samples/agencies/2025-04-24-federal-reserve-withdraws-crypto-guidance.html"
};
static const unsigned char sample_09[] = {
#embed "../regwatch/Samples/agencies/2025-06-26-fatf-targeted-update.html"
};
static const unsigned char sample_10[] = {
#embed "../regwatch/Samples/agencies/2025-08-01-hkma-stablecoins-ordinance.html"
};
static const unsigned char sample_11[] = {
#embed "../regwatch/Samples/agencies/2025-08-04-fincen-cvc-kiosks.html"
};
static const unsigned char sample_12[] = {
#embed "../regwatch/Samples/agencies/2025-08-07-nydfs-paxos-settlement.html"
};
static const unsigned char sample_13[] = {
#embed "../regwatch/Samples/agencies/2025-12-12-occ-five-trust-charters.html"
};
static const unsigned char sample_14[] = {
#embed "../regwatch/Samples/alerts/2025-01-31-india-bybit-penalty.txt"
};
static const unsigned char sample_15[] = {
#embed "../regwatch/Samples/alerts/2025-04-02-nigeria-securities-law.txt"
};
static const unsigned char sample_16[] = {
#embed "../regwatch/Samples/alerts/2025-05-20-dubai-vara-rulebooks.txt"
};
static const unsigned char sample_17[] = {
#embed "../regwatch/Samples/alerts/2025-06-03-austrac-crypto-atm-limits.txt"
};
static const unsigned char sample_18[] = {
#embed "../regwatch/Samples/alerts/2025-08-15-ofac-garantex-grinex.txt"
};
static const unsigned char sample_19[] = {
#embed "../regwatch/Samples/bills/2025-02-26-s710-crypto-atm-fraud.md"
};
static const unsigned char sample_20[] = {
#embed "../regwatch/Samples/bills/2025-03-12-s954-bitcoin-act.md"
};
static const unsigned char sample_21[] = {
#embed "../regwatch/Samples/bills/2025-04-07-hr2392-stable-act.md"
};
static const unsigned char sample_22[] = {
#embed "../regwatch/Samples/bills/2025-04-11-hjres-25-broker-rule.md"
};
static const unsigned char sample_23[] = {
#embed "../regwatch/Samples/bills/2025-05-13-state-reserve-bills.md"
};
static const unsigned char sample_24[] = {
#embed "../regwatch/Samples/bills/2025-05-22-hong-kong-stablecoins-bill.md"
};
static const unsigned char sample_25[] = {
#embed "../regwatch/Samples/bills/2025-06-23-texas-sb-21.md"
};
static const unsigned char sample_26[] = {
#embed "../regwatch/Samples/bills/2025-07-07-lummis-digital-asset-tax.md"
};
static const unsigned char sample_27[] = {
#embed "../regwatch/Samples/bills/2025-07-18-genius-act-signed.md"
};
static const unsigned char sample_28[] = {
#embed "../regwatch/Samples/bills/2025-07-21-hr1919-anti-cbdc.md"
};
static const unsigned char sample_29[] = {
#embed "../regwatch/Samples/bills/2025-11-12-senate-market-structure-drafts.md"
};
static const unsigned char sample_30[] = {
#embed "../regwatch/Samples/blog/2025-01-03-mica-first-days.html"
};
static const unsigned char sample_31[] = {
#embed "../regwatch/Samples/blog/2025-04-09-doj-memo-what-remains.html"
};
static const unsigned char sample_32[] = {
#embed "../regwatch/Samples/letters/2025-01-17-desk-bulletin.txt"
};
static const unsigned char sample_33[] = {
#embed "../regwatch/Samples/letters/2025-03-28-fdic-fil-7-2025.txt"
};
static const unsigned char sample_34[] = {
#embed "../regwatch/Samples/letters/2025-09-26-desk-bulletin.txt"
};
static const unsigned char sample_35[] = {
#embed "../regwatch/Samples/markets/2024-12-05-bitcoin-passes-100000.txt"
};
static const unsigned char sample_36[] = {
#embed "../regwatch/Samples/markets/2025-03-07-february-slide-and-reserve-weekend.txt"
};
static const unsigned char sample_37[] = {
#embed "../regwatch/Samples/markets/2025-04-10-tariff-week.txt"
};
static const unsigned char sample_38[] = {
#embed "../regwatch/Samples/markets/2025-07-14-bitcoin-record-crypto-week.txt"
};
static const unsigned char sample_39[] = {
#embed "../regwatch/Samples/markets/2025-10-13-october-crash.md"
};
static const unsigned char sample_40[] = {
#embed "../regwatch/Samples/markets/2025-11-22-november-slide.txt"
};
static const unsigned char sample_41[] = {
#embed "../regwatch/Samples/markets/2025-12-11-december-notes.md"
};
static const unsigned char sample_42[] = {
#embed "../regwatch/Samples/misc/2025-01-10-treasury-yields-note.txt"
};
static const unsigned char sample_43[] = {
#embed "../regwatch/Samples/misc/press-review.md"
};
static const unsigned char sample_44[] = {
#embed "../regwatch/Samples/news/2024-11-15-bitfinex-hack-sentence.txt"
};
static const unsigned char sample_45[] = {
#embed "../regwatch/Samples/news/2024-11-22-sec-chair-to-leave.txt"
};
static const unsigned char sample_46[] = {
#embed "../regwatch/Samples/news/2024-12-19-asic-kraken-binance-australia.txt"
};
static const unsigned char sample_47[] = {
#embed "../regwatch/Samples/news/2025-01-24-sab-121-rescinded.txt"
};
static const unsigned char sample_48[] = {
#embed "../regwatch/Samples/news/2025-01-28-kucoin-plea.txt"
};
static const unsigned char sample_49[] = {
#embed "../regwatch/Samples/news/2025-02-26-upbit-partial-suspension.txt"
};
static const unsigned char sample_50[] = {
#embed "../regwatch/Samples/news/2025-02-27-bybit-theft.txt"
};
static const unsigned char sample_51[] = {
#embed "../regwatch/Samples/news/2025-02-28-sec-drops-coinbase.txt"
};
static const unsigned char sample_52[] = {
#embed "../regwatch/Samples/news/2025-03-31-first-quarter-round-up.txt"
};
static const unsigned char sample_53[] = {
#embed "../regwatch/Samples/news/2025-04-11-japan-fsa-discussion-paper.txt"
};
static const unsigned char sample_54[] = {
#embed "../regwatch/Samples/news/2025-05-09-coinbase-buys-deribit.html"
};
static const unsigned char sample_55[] = {
#embed "../regwatch/Samples/news/2025-05-30-sec-dismisses-binance.txt"
};
static const unsigned char sample_56[] = {
#embed "../regwatch/Samples/news/2025-06-18-senate-passes-genius-act.txt"
};
static const unsigned char sample_57[] = {
#embed "../regwatch/Samples/news/2025-06-30-singapore-thailand-deadlines.txt"
};
static const unsigned char sample_58[] = {
#embed "../regwatch/Samples/news/2025-07-11-mica-licences-peer-review.html"
};
static const unsigned char sample_59[] = {
#embed "../regwatch/Samples/news/2025-07-17-genius-act-clears-house.txt"
};
static const unsigned char sample_60[] = {
#embed "../regwatch/Samples/news/2025-08-01-project-crypto.txt"
};
static const unsigned char sample_61[] = {
#embed "../regwatch/Samples/news/2025-10-15-prince-group.html"
};
static const unsigned char sample_62[] = {
#embed "../regwatch/Samples/news/2025-11-07-fines-coinbase-europe-dunamu.txt"
};
static const unsigned char sample_63[] = {
#embed "../regwatch/Samples/news/2025-11-28-upbit-theft.txt"
};
static const unsigned char sample_64[] = {
#embed "../regwatch/Samples/news/2025-12-09-cftc-spot-and-collateral.txt"
};
static const unsigned char sample_65[] = {
#embed "../regwatch/Samples/rules/2024-12-30-irs-defi-broker-rule.txt"
};
static const unsigned char sample_66[] = {
#embed "../regwatch/Samples/rules/2025-05-05-fincen-huione-proposed-rule.html"
};
static const unsigned char sample_67[] = {
#embed "../regwatch/Samples/rules/2025-05-15-cfpb-withdraws-emerging-payments.txt"
};
static const unsigned char sample_68[] = {
#embed "../regwatch/Samples/rules/2025-05-28-fca-cp25-14-stablecoins-custody.html"
};
static const unsigned char sample_69[] = {
#embed "../regwatch/Samples/rules/2025-08-18-treasury-request-for-comment.html"
};
static const unsigned char sample_70[] = {
#embed "../regwatch/Samples/rules/2025-09-18-sec-generic-listing-standards.html"
};
static const unsigned char sample_71[] = {
#embed "../regwatch/Samples/rules/2025-09-19-treasury-genius-anprm.html"
};
static const unsigned char sample_72[] = {
#embed "../regwatch/Samples/rules/2025-10-16-fincen-huione-final-rule.html"
};

static const struct rw_sample table[] = {
    {"00-welcome.md", sample_00, sizeof sample_00},
    {"agencies/2025-01-21-sec-crypto-task-force.html", sample_01, sizeof sample_01},
    {"agencies/2025-02-24-doj-okx-plea.html", sample_02, sizeof sample_02},
    {"agencies/2025-02-27-sec-staff-meme-coins.html", sample_03, sizeof sample_03},
    {"agencies/2025-03-07-occ-interpretive-letter-1183.html", sample_04, sizeof sample_04},
    {"agencies/2025-03-21-ofac-tornado-cash-delisting.html", sample_05, sizeof sample_05},
    {"agencies/2025-04-04-sec-staff-stablecoins.html", sample_06, sizeof sample_06},
    {"agencies/2025-04-15-bafin-ethena-usde.html", sample_07, sizeof sample_07},
    {"agencies/2025-04-24-federal-reserve-withdraws-crypto-guidance.html", sample_08, sizeof sample_08},
    {"agencies/2025-06-26-fatf-targeted-update.html", sample_09, sizeof sample_09},
    {"agencies/2025-08-01-hkma-stablecoins-ordinance.html", sample_10, sizeof sample_10},
    {"agencies/2025-08-04-fincen-cvc-kiosks.html", sample_11, sizeof sample_11},
    {"agencies/2025-08-07-nydfs-paxos-settlement.html", sample_12, sizeof sample_12},
    {"agencies/2025-12-12-occ-five-trust-charters.html", sample_13, sizeof sample_13},
    {"alerts/2025-01-31-india-bybit-penalty.txt", sample_14, sizeof sample_14},
    {"alerts/2025-04-02-nigeria-securities-law.txt", sample_15, sizeof sample_15},
    {"alerts/2025-05-20-dubai-vara-rulebooks.txt", sample_16, sizeof sample_16},
    {"alerts/2025-06-03-austrac-crypto-atm-limits.txt", sample_17, sizeof sample_17},
    {"alerts/2025-08-15-ofac-garantex-grinex.txt", sample_18, sizeof sample_18},
    {"bills/2025-02-26-s710-crypto-atm-fraud.md", sample_19, sizeof sample_19},
    {"bills/2025-03-12-s954-bitcoin-act.md", sample_20, sizeof sample_20},
    {"bills/2025-04-07-hr2392-stable-act.md", sample_21, sizeof sample_21},
    {"bills/2025-04-11-hjres-25-broker-rule.md", sample_22, sizeof sample_22},
    {"bills/2025-05-13-state-reserve-bills.md", sample_23, sizeof sample_23},
    {"bills/2025-05-22-hong-kong-stablecoins-bill.md", sample_24, sizeof sample_24},
    {"bills/2025-06-23-texas-sb-21.md", sample_25, sizeof sample_25},
    {"bills/2025-07-07-lummis-digital-asset-tax.md", sample_26, sizeof sample_26},
    {"bills/2025-07-18-genius-act-signed.md", sample_27, sizeof sample_27},
    {"bills/2025-07-21-hr1919-anti-cbdc.md", sample_28, sizeof sample_28},
    {"bills/2025-11-12-senate-market-structure-drafts.md", sample_29, sizeof sample_29},
    {"blog/2025-01-03-mica-first-days.html", sample_30, sizeof sample_30},
    {"blog/2025-04-09-doj-memo-what-remains.html", sample_31, sizeof sample_31},
    {"letters/2025-01-17-desk-bulletin.txt", sample_32, sizeof sample_32},
    {"letters/2025-03-28-fdic-fil-7-2025.txt", sample_33, sizeof sample_33},
    {"letters/2025-09-26-desk-bulletin.txt", sample_34, sizeof sample_34},
    {"markets/2024-12-05-bitcoin-passes-100000.txt", sample_35, sizeof sample_35},
    {"markets/2025-03-07-february-slide-and-reserve-weekend.txt", sample_36, sizeof sample_36},
    {"markets/2025-04-10-tariff-week.txt", sample_37, sizeof sample_37},
    {"markets/2025-07-14-bitcoin-record-crypto-week.txt", sample_38, sizeof sample_38},
    {"markets/2025-10-13-october-crash.md", sample_39, sizeof sample_39},
    {"markets/2025-11-22-november-slide.txt", sample_40, sizeof sample_40},
    {"markets/2025-12-11-december-notes.md", sample_41, sizeof sample_41},
    {"misc/2025-01-10-treasury-yields-note.txt", sample_42, sizeof sample_42},
    {"misc/press-review.md", sample_43, sizeof sample_43},
    {"news/2024-11-15-bitfinex-hack-sentence.txt", sample_44, sizeof sample_44},
    {"news/2024-11-22-sec-chair-to-leave.txt", sample_45, sizeof sample_45},
    {"news/2024-12-19-asic-kraken-binance-australia.txt", sample_46, sizeof sample_46},
    {"news/2025-01-24-sab-121-rescinded.txt", sample_47, sizeof sample_47},
    {"news/2025-01-28-kucoin-plea.txt", sample_48, sizeof sample_48},
    {"news/2025-02-26-upbit-partial-suspension.txt", sample_49, sizeof sample_49},
    {"news/2025-02-27-bybit-theft.txt", sample_50, sizeof sample_50},
    {"news/2025-02-28-sec-drops-coinbase.txt", sample_51, sizeof sample_51},
    {"news/2025-03-31-first-quarter-round-up.txt", sample_52, sizeof sample_52},
    {"news/2025-04-11-japan-fsa-discussion-paper.txt", sample_53, sizeof sample_53},
    {"news/2025-05-09-coinbase-buys-deribit.html", sample_54, sizeof sample_54},
    {"news/2025-05-30-sec-dismisses-binance.txt", sample_55, sizeof sample_55},
    {"news/2025-06-18-senate-passes-genius-act.txt", sample_56, sizeof sample_56},
    {"news/2025-06-30-singapore-thailand-deadlines.txt", sample_57, sizeof sample_57},
    {"news/2025-07-11-mica-licences-peer-review.html", sample_58, sizeof sample_58},
    {"news/2025-07-17-genius-act-clears-house.txt", sample_59, sizeof sample_59},
    {"news/2025-08-01-project-crypto.txt", sample_60, sizeof sample_60},
    {"news/2025-10-15-prince-group.html", sample_61, sizeof sample_61},
    {"news/2025-11-07-fines-coinbase-europe-dunamu.txt", sample_62, sizeof sample_62},
    {"news/2025-11-28-upbit-theft.txt", sample_63, sizeof sample_63},
    {"news/2025-12-09-cftc-spot-and-collateral.txt", sample_64, sizeof sample_64},
    {"rules/2024-12-30-irs-defi-broker-rule.txt", sample_65, sizeof sample_65},
    {"rules/2025-05-05-fincen-huione-proposed-rule.html", sample_66, sizeof sample_66},
    {"rules/2025-05-15-cfpb-withdraws-emerging-payments.txt", sample_67, sizeof sample_67},
    {"rules/2025-05-28-fca-cp25-14-stablecoins-custody.html", sample_68, sizeof sample_68},
    {"rules/2025-08-18-treasury-request-for-comment.html", sample_69, sizeof sample_69},
    {"rules/2025-09-18-sec-generic-listing-standards.html", sample_70, sizeof sample_70},
    {"rules/2025-09-19-treasury-genius-anprm.html", sample_71, sizeof sample_71},
    {"rules/2025-10-16-fincen-huione-final-rule.html", sample_72, sizeof sample_72},
};

const struct rw_sample *rw_samples(void) { return table; }
unsigned long rw_sample_count(void) { return sizeof table / sizeof table[0]; }
