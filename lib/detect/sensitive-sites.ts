/**
 * Sites where nothing of ours is drawn by itself, because being there already tells something about a person:
 * health, government, adult, and the logged-in side of banks and payment. Registrable domains or hosts, and all
 * that is below them. Ordinary shops, pharmacies' shop fronts and banks' front pages are left out on purpose.
 */
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const healthSites: readonly string[] = words(`
  webmd.com healthline.com mayoclinic.org clevelandclinic.org medicalnewstoday.com everydayhealth.com drugs.com
  rxlist.com verywellhealth.com verywellmind.com medscape.com patient.info nhs.uk nhsinform.scot hse.ie
  healthdirect.gov.au netdoktor.de netdoktor.at netdoktor.dk apotheken-umschau.de onmeda.de gesundheit.de
  gesundheitsinformation.de jameda.de doctolib.de doctolib.fr doctolib.it sanego.de doctissimo.fr ameli.fr
  passeportsante.net vidal.fr msdmanuals.com merckmanuals.com mydoctor.ch thuisarts.nl zorgkaartnederland.nl
  sundhed.dk 1177.se helsenorge.no terveyskirjasto.fi terveyskyla.fi pacjent.gov.pl znanylekarz.pl miodottore.it
  doctoralia.es doctoralia.com.br doctoralia.com.mx docplanner.com topdoctors.es topdoctors.co.uk cuidateplus.com
  minhavida.com.br tuasaude.com tuotromedico.com practo.com 1mg.com apollo247.com mychart.com mychart.org
  followmyhealth.com athenahealth.com patientportal.com zocdoc.com healthgrades.com vitals.com ratemds.com
  teladoc.com teladochealth.com amwell.com doctorondemand.com mdlive.com plushcare.com betterhelp.com talkspace.com
  cerebral.com brightside.com headway.co psychologytoday.com 7cups.com goodtherapy.org therapyden.com
  plannedparenthood.org aidaccess.org womenonweb.org plancpills.org abortionfinder.org msichoices.org.uk bpas.org
  profamilia.de ifp.ie flo.health clue.app helloclue.com ovia.com glowing.com fertilityfriend.com letsgetchecked.com
  stdcheck.com nurx.com forhims.com hims.com forhers.com getroman.com ro.co thebody.com poz.com aidsmap.com
  aids.org tht.org.uk aidshilfe.de hiv.gov aa.org na.org al-anon.org smartrecovery.org alcoholics-anonymous.org.uk
  anonyme-alkoholiker.de drugabuse.gov samhsa.gov recovery.org addictioncenter.com gamblersanonymous.org
  gamcare.org.uk begambleaware.org suicidepreventionlifeline.org 988lifeline.org samaritans.org telefonseelsorge.de
  mind.org.uk nami.org crisistextline.org beyondblue.org.au lifeline.org.au thetrevorproject.org rainn.org
  thehotline.org refuge.org.uk womensaid.org.uk hilfetelefon.de frauenhauskoordinierung.de cancer.org cancer.net
  cancerresearchuk.org macmillan.org.uk krebsgesellschaft.de krebsinformationsdienst.de breastcancer.org diabetes.org
  alzheimers.org.uk alz.org parkinson.org epilepsy.com mssociety.org.uk nationaleatingdisorders.org
  beateatingdisorders.org.uk patientslikeme.com inspire.com healthunlocked.com 23andme.com ancestryhealth.com
  kp.org kaiserpermanente.org anthem.com aetna.com cigna.com uhc.com myuhc.com humana.com bupa.co.uk axahealth.co.uk
  tk.de barmer.de dak.de aok.de ikk-classic.de medicare.gov healthcare.gov
`);

/** Sensitive where people log in and beyond; their public pages are a brand's like any other. */
export const financeSites: readonly string[] = words(`
  paypal.com venmo.com cash.app zellepay.com wise.com revolut.com n26.com monzo.com starlingbank.com chime.com
  klarna.com affirm.com afterpay.com skrill.com neteller.com payoneer.com remitly.com westernunion.com moneygram.com
  alipay.com mercadopago.com pagseguro.uol.com.br nubank.com.br picpay.com coinbase.com binance.com kraken.com
  crypto.com gemini.com bitstamp.net bitpanda.com kucoin.com okx.com blockchain.com robinhood.com etrade.com
  schwab.com fidelity.com vanguard.com tdameritrade.com interactivebrokers.com wealthfront.com betterment.com
  acorns.com traderepublic.com scalable.capital comdirect.de flatex.de degiro.nl degiro.com hargreaveslansdown.co.uk
  hl.co.uk freetrade.io trading212.com etoro.com mint.com ynab.com creditkarma.com experian.com equifax.com
  transunion.com schufa.de meineschufa.de turbotax.intuit.com hrblock.com freetaxusa.com elster.de wiso-steuer.de
  chase.com bankofamerica.com wellsfargo.com citi.com citibank.com usbank.com pnc.com capitalone.com truist.com
  tdbank.com ally.com discover.com americanexpress.com navyfederal.org usaa.com regions.com key.com huntington.com
  53.com citizensbank.com mtb.com synchrony.com marcus.com barclays.co.uk barclaycard.co.uk hsbc.com hsbc.co.uk
  lloydsbank.com halifax.co.uk natwest.com rbs.co.uk santander.com santander.co.uk nationwide.co.uk tsb.co.uk
  co-operativebank.co.uk firstdirect.com metrobankonline.co.uk virginmoney.com deutsche-bank.de commerzbank.de
  sparkasse.de dkb.de ing.de ing.com ing.nl postbank.de hypovereinsbank.de targobank.de consorsbank.de norisbank.de
  vr.de volksbank.de sparda.de bnpparibas.com bnpparibas.net societegenerale.fr credit-agricole.fr
  creditmutuel.fr lcl.fr labanquepostale.fr boursorama.com boursobank.com fortuneo.fr caisse-epargne.fr
  banquepopulaire.fr bbva.com bbva.es caixabank.es bancosantander.es bancosabadell.com bankinter.com unicredit.it
  intesasanpaolo.com fineco.it finecobank.com bancobpm.it poste.it rabobank.nl abnamro.nl asnbank.nl bunq.com
  kbc.be belfius.be bnpparibasfortis.be ubs.com credit-suisse.com raiffeisen.ch postfinance.ch zkb.ch erstebank.at
  bawag.at raiffeisen.at sparkasse.at nordea.com danskebank.com danskebank.dk seb.se swedbank.se handelsbanken.se
  dnb.no op.fi mbank.pl pkobp.pl ipko.pl pekao.com.pl ingbank.pl santander.pl csob.cz csas.cz kb.cz otpbank.hu
  bancatransilvania.ro brd.ro sberbank.ru tinkoff.ru vtb.ru alfabank.ru privatbank.ua monobank.ua isbank.com.tr
  garantibbva.com.tr akbank.com itau.com.br bradesco.com.br bb.com.br caixa.gov.br santander.com.br banamex.com
  bbva.mx banorte.com bancolombia.com bcp.com.pe bancochile.cl rbc.com rbcroyalbank.com td.com scotiabank.com
  bmo.com cibc.com desjardins.com tangerine.ca commbank.com.au westpac.com.au anz.com.au nab.com.au asb.co.nz
  bnz.co.nz kiwibank.co.nz icicibank.com hdfcbank.com onlinesbi.sbi sbi.co.in axisbank.com kotak.com paytm.com
  phonepe.com dbs.com ocbc.com uob.com.sg maybank2u.com.my bca.co.id bankmandiri.co.id smbc.co.jp mufg.jp
  bk.mufg.jp mizuhobank.co.jp rakuten-bank.co.jp icbc.com.cn ccb.com boc.cn abchina.com standardbank.co.za
  fnb.co.za absa.co.za nedbank.co.za capitecbank.co.za
`);

export const governmentSites: readonly string[] = words(`
  europa.eu bund.de elster.de arbeitsagentur.de bundesregierung.de bzst.de admin.ch ch.ch oesterreich.gv.at
  service-public.fr impots.gouv.fr pole-emploi.fr francetravail.fr caf.fr agenziaentrate.it inps.it
  seg-social.es agenciatributaria.es belastingdienst.nl digid.nl rijksoverheid.nl overheid.nl uwv.nl belgium.be
  itsme-id.com skatteverket.se forsakringskassan.se bankid.com skatteetaten.no nav.no altinn.no skat.dk borger.dk
  mitid.dk vero.fi kela.fi suomi.fi id.me login.gov usps.com canada.ca cra-arc.gc.ca my.gov.au ird.govt.nz
  gosuslugi.ru nalog.ru diia.gov.ua un.org interpol.int
`);

export const adultSites: readonly string[] = words(`
  pornhub.com xvideos.com xnxx.com xhamster.com redtube.com youporn.com tube8.com spankbang.com eporner.com
  hqporner.com beeg.com tnaflix.com drtuber.com porntrex.com thumbzilla.com motherless.com rule34.xxx e621.net
  e-hentai.org exhentai.org nhentai.net hanime.tv gelbooru.com danbooru.donmai.us literotica.com asstr.org
  onlyfans.com fansly.com manyvids.com clips4sale.com chaturbate.com stripchat.com bongacams.com cam4.com
  livejasmin.com camsoda.com myfreecams.com flirt4free.com imlive.com streamate.com jerkmate.com brazzers.com
  bangbros.com realitykings.com naughtyamerica.com mofos.com digitalplayground.com evilangel.com blacked.com
  tushy.com vixen.com adulttime.com playboy.com penthouse.com hustler.com adultfriendfinder.com ashleymadison.com
  fetlife.com alt.com feeld.co grindr.com scruff.com adam4adam.com squirt.org manhunt.net joyclub.de poppen.de
  kaufmich.com ladies.de hunqz.com planetromeo.com eros.com tryst.link skipthegames.com listcrawler.eu
  lovehoney.com lovehoney.co.uk adamevesex.com adameve.com amorelie.de eis.de orion.de beate-uhse.com
  jacquieetmichel.net dorcel.com dmm.co.jp fanza.com javlibrary.com missav.com imagefap.com bellesa.co iafd.com
  freeones.com babepedia.com erome.com thothub.to coomer.su bdsmlr.com sexlikereal.com vrporn.com
`);

/** Endings under which everything is sensitive: public bodies, forces, health services, adult registries. */
export const sensitiveSuffixes: readonly string[] = words(`
  gov mil nhs.uk gouv.fr govt.nz gc.ca gv.at bund.de admin.ch gov.uk police.uk parliament.uk mod.uk gov.scot
  xxx porn adult sex sexy cam bank
`);
