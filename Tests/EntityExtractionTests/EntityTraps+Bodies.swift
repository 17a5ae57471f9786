/// Bodies in the prose of wires and round-ups: which of those that share a name, and what only looks like one.
let bodyTraps: [(text: String, note: String)] = [
  // Wires.
  (
    "WASHINGTON, March 4 (Reuters) - The top U.S. banking regulator on Tuesday cleared the way for lenders to hold crypto, the ⟦agency/occ:Office of the Comptroller of the Currency⟧ said in a letter. ⟦agency/occ:Acting Comptroller of the Currency⟧ Rodney Hood said banks would no longer need prior approval. The ⟦agency/fdic:FDIC⟧ declined to comment.",
    "OCC by heads"
  ),
  (
    "NEW YORK (Reuters) - Cryptocurrency exchange ⟦exchange/gemini:Gemini⟧ said on Monday it had confidentially filed for an initial public offering. ⟦exchange/gemini:Gemini⟧, founded by Tyler and Cameron Winklevoss, joins ⟦exchange/kraken:Kraken⟧ and ⟦exchange/bullish:Bullish⟧ in tapping public markets.",
    "Gemini Kraken Bullish"
  ),
  (
    "SEOUL, July 2 (Yonhap) -- The ⟦agency/fsc-korea:Financial Services Commission⟧ (⟦agency/fsc-korea:FSC⟧) said it would let institutions open accounts on exchanges such as ⟦exchange/upbit:Upbit⟧, ⟦exchange/bithumb:Bithumb⟧ and ⟦exchange/coinone:Coinone⟧. The ⟦agency/kofiu:Korea Financial Intelligence Unit⟧ and the ⟦agency/fss-korea:Financial Supervisory Service⟧ will set the rules.",
    "Korean bodies"
  ),
  (
    "TOKYO, Jan 29, 2018 (Reuters) - ⟦agency/fsa:Japan’s Financial Services Agency⟧ ordered ⟦exchange/coincheck:Coincheck⟧ to fix flaws in its network after hackers stole $530 million of NEM. The ⟦agency/fsa:FSA⟧ said it might inspect other exchanges.",
    "FSA by full name"
  ),
  (
    "DUBAI, April 2 - ⟦agency/vara:Dubai’s Virtual Assets Regulatory Authority⟧ fined ⟦exchange/okx:OKX⟧’s local entity. ⟦agency/vara:VARA⟧ had licensed ⟦exchange/bitoasis:BitOasis⟧.",
    "VARA"
  ),
  (
    "MUMBAI - The ⟦agency/fiu-ind:Financial Intelligence Unit-India⟧ imposed a penalty of 9.27 crore rupees on ⟦exchange/bybit:Bybit Fintech⟧. ⟦agency/fiu-ind:FIU-IND⟧ had earlier registered ⟦exchange/coindcx:CoinDCX⟧, ⟦exchange/wazirx:WazirX⟧ and ⟦exchange/zebpay:ZebPay⟧.",
    "FIU-IND"
  ),
  (
    "HONG KONG - The ⟦agency/sfc:Securities and Futures Commission⟧ granted licences to ⟦exchange/hashkey:HashKey Exchange⟧ and ⟦exchange/osl:OSL Digital Securities⟧. The ⟦agency/sfc:SFC⟧ warned the public about ⟦exchange/jpex:JPEX⟧.",
    "SFC"
  ),
  (
    "ISTANBUL - Turkish prosecutors sought 40,564 years for ⟦exchange/thodex:Thodex⟧ founder Faruk Fatih Ozer. The ⟦agency/cmb-turkey:Capital Markets Board⟧ later licensed ⟦exchange/paribu:Paribu⟧ and ⟦exchange/btcturk:BtcTurk⟧.",
    "Turkey"
  ),
  (
    "FRANKFURT, Nov 8 - ⟦agency/bafin:BaFin⟧, the German watchdog, granted ⟦exchange/coinbase:Coinbase⟧ Germany a licence. The ⟦agency/bundesbank:Bundesbank⟧ and the ⟦agency/ecb:European Central Bank⟧ were consulted.",
    "Germany"
  ),
  (
    "PARIS - The ⟦agency/amf:Autorité des Marchés Financiers⟧, France’s markets regulator, registered ⟦exchange/bitstamp:Bitstamp Europe⟧ as a provider. The ⟦agency/acpr:ACPR⟧ gave its assent.",
    "AMF without brackets"
  ),
  (
    "ABUJA - ⟦agency/sec-nigeria:Nigeria’s Securities and Exchange Commission⟧ licensed ⟦exchange/quidax:Quidax⟧ and ⟦exchange/busha:Busha⟧. The ⟦agency/sec-nigeria:SEC⟧ said more would come.",
    "Nigerian SEC"
  ),
  (
    "BANGKOK - ⟦agency/sec-thailand:Thailand’s SEC⟧ ordered ⟦exchange/zipmex:Zipmex⟧ to explain itself. The ⟦agency/bank-of-thailand:Bank of Thailand⟧ barred crypto payments.",
    "Thai SEC"
  ),
  (
    "JAKARTA - ⟦agency/ojk:Indonesia’s Financial Services Authority⟧ (⟦agency/ojk:OJK⟧) took over crypto oversight from ⟦agency/bappebti:Bappebti⟧. ⟦exchange/indodax:Indodax⟧ and ⟦exchange/tokocrypto:Tokocrypto⟧ welcomed it.",
    "OJK"
  ),
  (
    "SINGAPORE - The ⟦agency/mas:Monetary Authority of Singapore⟧ granted in-principle approvals to ⟦exchange/crypto-com:Crypto.com⟧. ⟦agency/mas:MAS⟧’s managing director Ravi Menon spoke.",
    "MAS"
  ),
  ("ZURICH - ⟦agency/finma:FINMA⟧ opened bankruptcy proceedings; the ⟦agency/snb:SNB⟧ said bitcoin is no reserve asset.", "Swiss"),
  (
    "OTTAWA - ⟦agency/fintrac:FINTRAC⟧ fined ⟦exchange/binance:Binance⟧ C$6 million and ⟦exchange/kucoin:KuCoin⟧’s operator ⟦exchange/kucoin:Peken Global Limited⟧ C$19.6 million. The ⟦agency/osc:Ontario Securities Commission⟧ banned ⟦exchange/bybit:Bybit⟧’s peers in 2021.",
    "Canada"
  ),

  // SEC and doubles.
  (
    "Commissioner Greg Sankey said the SEC would look at crypto sponsorships for its football programmes next season, and schools, coaches and athletic directors were split.",
    "sport SEC with commissioner and crypto"
  ),
  (
    "Samples were purified by size-exclusion chromatography (SEC) on a Superdex 200 column. SEC fractions were pooled and the SEC trace showed one peak at 280 nm.",
    "chromatography, defined"
  ),
  ("SEC-MALS and SEC analysis of the protein confirmed a monomer; the column was equilibrated with buffer.", "chromatography, undefined"),
  ("The drop took 12 sec and the reload under a sec, he wrote; bitcoin’s block time is 600 sec.", "seconds"),
  (
    "Under SEC. 4. DEFINITIONS of the bill, a digital asset is any digital representation of value. SEC. 5. RULES OF CONSTRUCTION.",
    "section headings in a bill"
  ),
  (
    "SEC. 202. TREATMENT OF STABLECOINS.\n(a) IN GENERAL.—The ⟦agency/sec:Securities and Exchange Commission⟧ shall issue rules.",
    "a section and the body"
  ),
  ("The ⟦agency/sec:SEC⟧ EDGAR system was down when the miner tried to file its 10-K with the ⟦agency/sec:SEC⟧.", "EDGAR"),
  (
    "⟦agency/sec:SEC Chairman⟧ Jay Clayton said initial coin offerings look like securities. ⟦agency/sec:SEC Commissioner⟧ Hester Peirce dissented.",
    "heads; name then office"
  ),
  ("“The ⟦agency/sec:SEC⟧’s approach is regulation by enforcement,” said a partner at Paul, Weiss.", "possessive in a quotation"),
  (
    "The ⟦agency/sec-ghana:Securities and Exchange Commission of Ghana⟧ said it would license platforms with the ⟦agency/bank-of-ghana:Bank of Ghana⟧.",
    "Ghana"
  ),
  ("⟦agency/sec-zambia:Zambia’s Securities and Exchange Commission⟧ tested a tool to oversee crypto in Lusaka.", "Zambia"),
  ("⟦agency/bsec:Bangladesh’s Securities and Exchange Commission⟧ in Dhaka warned of bitcoin.", "BSEC"),

  // Treasury.
  (
    "The Senate confirmed Scott Bessent as ⟦agency/treasury:Treasury secretary⟧ in January. Bessent later backed stablecoins as buyers of Treasuries and T-bills.",
    "secretary; paper"
  ),
  (
    "“⟦agency/treasury:Treasury⟧ will continue to use all its tools,” Brian Nelson, under secretary for terrorism and financial intelligence, said in a statement on the bitcoin mixer.",
    "Treasury alone in a quotation"
  ),
  ("Yields on Treasuries rose, and demand at a Treasury auction was weak, as bitcoin traded at $60,000.", "paper"),
  (
    "⟦agency/ofac:OFAC⟧ added 38 addresses of ⟦exchange/garantex:Garantex⟧. “We are sending a message,” ⟦agency/treasury:Deputy Treasury Secretary⟧ Wally Adeyemo said.",
    "deputy"
  ),
  (
    "Britain’s ⟦agency/hm-treasury:chancellor of the exchequer⟧ Rachel Reeves said in London that draft crypto rules were coming.",
    "chancellor by office"
  ),
  ("⟦agency/hm-treasury:City minister⟧ Andrew Griffith said the UK wants to be a crypto hub.", "City minister debatable"),
  (
    "The ⟦agency/nz-treasury:New Zealand Treasury⟧ did not want a ban, nor did the ⟦agency/rbnz:Reserve Bank of New Zealand⟧ or the ⟦agency/fma-nz:Financial Markets Authority⟧.",
    "NZ"
  ),
  (
    "⟦agency/south-africa-treasury:South Africa’s National Treasury⟧ and the ⟦agency/sarb:South African Reserve Bank⟧ want exchange controls on crypto; ⟦exchange/luno:Luno⟧ and ⟦exchange/valr:VALR⟧ hold licences from the ⟦agency/fsca:FSCA⟧.",
    "South Africa"
  ),
  ("The Optimism Treasury and Lido DAO treasury voted; Treasury proposals went to Snapshot.", "protocol"),
  ("Tokenized Treasury products such as BUIDL passed $5 billion; on-chain Treasury tokens are popular.", "tokenised paper"),
  ("The ⟦agency/treasury:Treasury⟧ and ⟦agency/irs:IRS⟧ proposed rules on broker reporting for digital assets.", "Treasury and IRS"),
  ("Comments go to ⟦agency/treasury:Treasury⟧’s Office of Domestic Finance on the GENIUS Act by October.", "Treasury's office"),

  // The Fed.
  (
    "Bitcoin slid after hot inflation data as traders bet ⟦agency/federal-reserve:the Fed⟧ would hold rates; ⟦agency/federal-reserve:Fed Chair⟧ Jerome Powell speaks on Friday.",
    "the Fed"
  ),
  (
    "The ⟦agency/federal-reserve:New York Fed⟧ and the ⟦agency/federal-reserve:Federal Reserve Bank of Boston⟧ studied a digital dollar.",
    "reserve banks"
  ),
  ("⟦agency/federal-reserve:Fed governor⟧ Christopher Waller said DeFi needs rules.", "governor"),
  ("The ⟦agency/federal-reserve:St. Louis Fed⟧ president sees two cuts.", "regional Fed"),
  ("Feds arrest two in bitcoin mixer case; the feds seized 3,600 coins.", "feds are police"),
  ("Fed. R. Civ. P. 12(b)(6) motion denied; see 87 Fed. Reg. 14143.", "citations"),
  ("Well-fed traders and FedNow users.", "part words"),
  ("The FDIC Improvement Act and Federal Reserve Act apply.", "acts"),

  // OCC FCA.
  ("Fiat Chrysler shares rose; FCA said it would invest $1 billion in Turin. Cars and Jeeps made by FCA sell well.", "Fiat Chrysler"),
  ("Plaintiffs sued under the False Claims Act (FCA). FCA liability requires scienter.", "False Claims Act"),
  (
    "⟦exchange/binance:Binance Markets Limited⟧ lost its permissions, the ⟦agency/fca:FCA⟧ said. The London-based regulator warned in June 2021.",
    "FCA by London"
  ),

  // MAS AMF BIS FMA FSA FSC.
  ("⟦agency/bis:BIS⟧ general manager Agustín Carstens said central banks must act on stablecoins.", "BIS"),
  ("Contact us: BIS Ltd., accounting software, Leeds.", "other BIS"),
  ("⟦agency/fma-nz:New Zealand’s FMA⟧ warned about a bitcoin fund.", "FMA"),
  (
    "⟦agency/fma-austria:Austria’s Financial Market Authority⟧ licensed ⟦exchange/bitpanda:Bitpanda⟧. The ⟦agency/fma-austria:FMA⟧ said so in Vienna.",
    "FMA Austria"
  ),
  ("The ⟦agency/fsc-mauritius:Financial Services Commission of Mauritius⟧ licensed a token venue.", "Mauritius"),
  ("⟦agency/fsc-taiwan:Taiwan’s Financial Supervisory Commission⟧ (⟦agency/fsc-taiwan:FSC⟧) in Taipei will draft a crypto law.", "Taiwan"),
  (
    "The ⟦agency/fsra:Financial Services Regulatory Authority of Abu Dhabi Global Market⟧ approved ⟦exchange/kraken:Kraken⟧, a crypto exchange. The ⟦agency/fsra:FSRA⟧ ...",
    "ADGM"
  ),
  (
    "⟦agency/fsa-seychelles:Seychelles’ Financial Services Authority⟧ began licensing virtual asset firms; ⟦exchange/bitmex:BitMEX⟧ and ⟦exchange/okx:OKX⟧ are registered there.",
    "Seychelles FSA"
  ),
  ("The ⟦agency/cima:Cayman Islands Monetary Authority⟧ (⟦agency/cima:CIMA⟧) said ⟦exchange/binance:Binance⟧ is not registered.", "Cayman"),
  ("Malta’s ⟦agency/mfsa:MFSA⟧ and ⟦agency/fiau:FIAU⟧ fined ⟦exchange/okx:OKX⟧.", "Malta"),
  ("The ⟦agency/knf:KNF⟧ in Poland warned of ⟦exchange/zonda:Zondacrypto⟧.", "KNF"),
  ("Más vale tarde: MAS, Bolivia’s ruling party, backs bitcoin tests, Evo Morales said.", "MAS party"),

  // Roundups.
  (
    "Asia round-up\n\nJapan. The ⟦agency/fsa:FSA⟧ will reclassify crypto as financial products. The ⟦agency/bank-of-japan:BOJ⟧ is silent.\n\nSouth Korea. The ⟦agency/fsc-korea:FSC⟧ opened the market to firms; the ⟦agency/fss-korea:FSS⟧ inspects ⟦exchange/bithumb:Bithumb⟧.\n\nTaiwan. The ⟦agency/fsc-taiwan:FSC⟧ drafts a bill; ⟦exchange/bitopro:BitoPro⟧ was fined.\n\nHong Kong. The ⟦agency/sfc:SFC⟧ and the ⟦agency/hkma:HKMA⟧ consult on stablecoins.\n\nThailand. The ⟦agency/sec-thailand:SEC⟧ approved a sandbox; ⟦exchange/bitkub:Bitkub⟧ eyes Hong Kong.\n\nPhilippines. The ⟦agency/sec-philippines:SEC⟧ blocked sites; the ⟦agency/bsp:BSP⟧ froze licences.\n\nMauritius. The ⟦agency/fsc-mauritius:FSC⟧ licensed one firm.",
    "by section"
  ),
  (
    "Europe: ⟦agency/amf:France’s AMF⟧, ⟦agency/fma-austria:Austria’s FMA⟧ and Italy’s ⟦agency/consob:Consob⟧ want ⟦agency/esma:ESMA⟧ in charge.\n\nNew Zealand: The ⟦agency/fma-nz:FMA⟧ launched a sandbox.\n\nLiechtenstein: The ⟦agency/fma-liechtenstein:FMA⟧ registered a token issuer.\n\nQuebec: The ⟦agency/amf-quebec:AMF⟧ fined a promoter of tokens.",
    "FMAs and AMFs"
  ),
  (
    "UK: The ⟦agency/hm-treasury:Treasury⟧ laid its crypto instrument; the ⟦agency/fca:FCA⟧ will write rules.\n\nUS: The ⟦agency/treasury:Treasury⟧ asked for comment on stablecoins; the ⟦agency/sec:SEC⟧ dropped a case.\n\nAustralia: The ⟦agency/australia-treasury:Treasury⟧ released draft law; ⟦agency/asic:ASIC⟧ updated INFO 225.",
    "Treasuries by section"
  ),
  (
    "⟦agency/finanstilsynet-denmark:Denmark’s Finanstilsynet⟧ ordered Saxo Bank to sell its crypto. ⟦agency/finanstilsynet-norway:Norway’s Finanstilsynet⟧ had no comment.",
    "two Finanstilsynets"
  ),
  ("In Sweden the ⟦agency/fi-sweden:FSA⟧ and in Finland the ⟦agency/fin-fsa:FSA⟧ apply MiCA.", "two FSAs"),
  ("The ⟦agency/sec:SEC⟧ in Washington and its Nigerian namesake, ⟦agency/sec-nigeria:SEC Nigeria⟧, signed a memo on crypto.", "SEC two"),
  ("⟦agency/sec-ghana:Ghana’s SEC⟧ and ⟦agency/bank-of-ghana:Bank of Ghana⟧ will license platforms by September.", "Ghana"),
  (
    "Kenya: the ⟦agency/cbk:CBK⟧ and ⟦agency/cma-kenya:CMA⟧ get powers under the VASP Act. Uganda: ⟦agency/bank-of-uganda:Bank of Uganda⟧ tests a CBDC.",
    "CMA Kenya"
  ),
  (
    "Saudi Arabia: The ⟦agency/cma-saudi:CMA⟧ and ⟦agency/sama:SAMA⟧ warn on crypto. Turkey: The ⟦agency/cmb-turkey:CMB⟧ blocked ⟦exchange/pancakeswap:PancakeSwap⟧.",
    "CMA Saudi"
  ),
  ("Colombia’s ⟦agency/sfc-colombia:SFC⟧ ran a pilot with ⟦exchange/gemini:Gemini⟧ and ⟦exchange/buda:Buda.com⟧.", "SFC Colombia"),
  ("Venezuela’s ⟦agency/sunacrip:Sunacrip⟧ was restructured in 2023 after an oil and crypto scandal.", "Sunacrip"),
  (
    "The ⟦agency/bahamas-scb:Securities Commission of The Bahamas⟧ seized tokens; its director Christina Rolle testified against ⟦exchange/ftx:FTX⟧.",
    "Bahamas"
  ),
  (
    "Jersey’s ⟦agency/jfsc:JFSC⟧, ⟦agency/guernsey-fsc:Guernsey’s GFSC⟧ and the ⟦agency/iomfsa:Isle of Man FSA⟧ wrote rules for token issuers.",
    "islands"
  ),
  (
    "Pakistan’s ⟦agency/pvara:PVARA⟧ gave ⟦exchange/binance:Binance⟧ and ⟦exchange/htx:HTX⟧ no-objection certificates; ⟦agency/sbp:SBP⟧ pilots a CBDC.",
    "Pakistan"
  ),
  ("Uzbekistan’s ⟦agency/napp:NAPP⟧ fined ⟦exchange/binance:Binance⟧ and ⟦exchange/htx:Huobi⟧.", "NAPP"),
  (
    "The ⟦agency/bank-of-israel:Bank of Israel⟧ and the ⟦agency/isa-israel:Israel Securities Authority⟧ (⟦agency/isa-israel:ISA⟧) want crypto under securities law.",
    "ISA defined"
  ),

  // Stories where the country is only in the dateline.
  (
    "TAIPEI, March 25 - The ⟦agency/fsc-taiwan:Financial Supervisory Commission⟧ said a special law on virtual assets would reach the cabinet by June.",
    "Taipei"
  ),
  ("WELLINGTON - The ⟦agency/fma-nz:Financial Markets Authority⟧ warned about fake celebrity crypto ads.", "Wellington"),
  ("VIENNA - The ⟦agency/fma-austria:Financial Market Authority⟧ revoked a MiCA licence.", "Vienna"),
  ("PORT LOUIS - The ⟦agency/fsc-mauritius:Financial Services Commission⟧ licensed a crypto custodian.", "Port Louis"),
  (
    "COPENHAGEN - The ⟦agency/finanstilsynet-denmark:Financial Supervisory Authority⟧ told the bank to dispose of its crypto.", "Copenhagen"
  ),
  ("BOGOTA - The ⟦agency/sfc-colombia:Superintendencia Financiera⟧ said banks may pilot crypto.", "Bogota"),
  ("NAIROBI - The ⟦agency/cma-kenya:Capital Markets Authority⟧ warned over unlicensed crypto schemes.", "Nairobi"),
  ("RIYADH - The ⟦agency/cma-saudi:Capital Market Authority⟧ warned on bitcoin.", "Riyadh"),
  ("DHAKA - ⟦agency/bangladesh-bank:Bangladesh Bank⟧ said crypto is illegal.", "Dhaka"),
  ("MONTREAL - The ⟦agency/amf-quebec:Autorité des marchés financiers⟧ filed charges over a crypto scheme.", "Montreal AMF"),
  (
    "KUALA LUMPUR - The ⟦agency/sc-malaysia:Securities Commission⟧ reprimanded ⟦exchange/bybit:Bybit⟧ and ⟦exchange/htx:Huobi Global⟧.",
    "SC Malaysia"
  ),
  ("NASSAU - The ⟦agency/bahamas-scb:Securities Commission⟧ suspended ⟦exchange/ftx:FTX Digital Markets⟧.", "SCB"),
  ("NICOSIA - The ⟦agency/cysec:Securities and Exchange Commission⟧ suspended ⟦exchange/ftx-europe:FTX EU⟧.", "CySEC"),
  (
    "LAGOS - The ⟦agency/sec-nigeria:Securities and Exchange Commission⟧ plans to delist naira from P2P platforms, director-general Emomotimi Agama said.",
    "SEC NG"
  ),
  (
    "BANGKOK - The ⟦agency/sec-thailand:Securities and Exchange Commission⟧ filed a complaint against ⟦exchange/bybit:Bybit⟧ and ⟦exchange/okx:OKX⟧.",
    "SEC TH"
  ),
  (
    "ISLAMABAD - The ⟦agency/secp:Securities and Exchange Commission⟧ and ⟦agency/pakistan-finance:Finance Minister⟧ Muhammad Aurangzeb met ⟦exchange/binance:Binance⟧’s founder.",
    "Pakistan"
  ),
]
