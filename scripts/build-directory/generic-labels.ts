/**
 * Labels that under another country's suffix are as likely anyone's: words of everyday speech, first names,
 * places. A brand of such a name is found on the domains that the sources list, and nowhere else.
 */
export const genericLabels: ReadonlySet<string> = new Set(
  `acer active adams alba allegro alliance alpha alto amber ambassador amigo anchor angel apex apollo apple aqua arc arena
  argos aria ariel ark arrow art atlantic atlas aurora austin auto avant avanti axis azure baby balance bank bank bar barn
  basic bay beach bear beauty bell bella best bestbuy better bio bird bison black blaze blink bliss bloom blue board boat
  body bold bolt bonus book books boots boss boston boulevard bounty box brand bravo breeze bridge bright bristol brother
  bubble bud burger buy cable cactus cafe camel camp canal candy cantina capital car card care caribou carlton carmen cars
  carter casa cascade cash castle cat central century champion charm chase cheer chef cherry chic choice church circle
  citizen city clarity classic clean clear click clinic cloud clover club coach coast cobalt code coffee colony color comet
  comfort command common companion compass complete concept concord connect continental cook cool copper coral core corner
  corona corsair cosmo cosmos cost cottage country courier craft cream creative crest cross crown cruise crystal cube curve
  daily dairy daisy dawn day deal dean degree delta denim depot design dial diamond diesel digital direct discover discovery
  dolphin domino dot dove dragon dream drive drone dynamic eagle earth east easy echo eclipse eco edge elan electric elegance
  element elements elephant elite embassy emerald emperor empire energy envy epic equinox era essence essential essentials
  euro europa ever evolution excel express extra eye fabric face factory fair family fancy farm fashion fast felix festival
  fiesta figaro finance fire first fish fit fitness flame flash fleet flex flora flow focus food force ford forest forever
  forge form fortune forum fossil foundation fountain fox france free freedom fresh frontier frost fruit fuel fun fusion
  future galaxy game garden gas gate gem gemini general genesis genius georgia giant gift ginger glad glass global globe
  globus glory goal gold golden good grace grand green grill ground group guardian guess guest gulf habitat halo happy harbor
  harmony harvest haven hawk hawkeye health heart hello helm hemisphere heritage hermes hero high hill holiday home honest
  honey honor hope horizon horse host hotel house hunter icon idea ideal image impact imperial impulse independent indigo
  infinity ink insight inspire instant interior iris iron island ivory ivy jack jade jaguar jaguar jewel jolly joy juice
  jumbo jungle junior jupiter just key kids kind king kingdom kiosk kiss kite kitchen knight lab label lake lamp land lane
  laser latitude laurel leader leaf legacy legend lemon leo level liberty life light lighthouse lily lime link lion liquid
  little live local loft logic logo london long look lotto lotus love loyal luna lush lux luxe lynx madison magic magnet
  magnolia magnum main mango maple marina mark market marlin mars master match matrix max maxi may mayflower media medic
  mega mercury meridian merit metro midas milan milk mill mini mint miracle mirage mirror mobil mobile mode model modern moment
  monarch monday monster montana moon more morning mosaic motion motor mountain music national natura natural nature nautica
  nest net next nexus nice night nike-air noble nomad nord normal north nova novo now oasis ocean office olive olympia
  olympic omega one online open optima optimum opus oracle orange orbit orchid organic orient origin origins original osprey
  outlet oxford oxygen pace pacific palace palm panda panorama panther paper paradise paragon paris park partner passport
  patriot peace peak pearl pelican penguin people perfect phoenix photo piano pick pilot pine pink pioneer pixel planet plaza
  plum plus point polar pole polo pool popular port portal post power prada-shop prairie premier premium present prestige
  pretty prima prime princess print prism pro progress promise pronto prosper provident public pulse puma-shop pure purple
  quality quantum quartz queen quest quick rabbit radar radiant radio rain rainbow raven real record red regal regent
  reliance republic reserve resource revival rich ring rise ritual rituals river road robin rock rocket roma roots rose
  route royal ruby rush safari safe saga sage sail salon salt sam sand sapphire satellite saturn save savoy scout sea season
  secret select sense sensation shape share shark shell shine shoe shop signal signature silk silver simple sky sleep smart
  smile snap snow soap social sol solar solid solo solution sonic soul sound source south spa space spar spark speed sphere
  spice spin spirit splash sport sports spot spring sprint square stage standard staples star stark start state station
  steam steel step stone store storm strategy stream street stripe strong studio style sugar summer summit sun sunday sunny
  sunrise sunset super supreme sure surf surface swan sweet swift switch symbol synergy system table tag tango target taste
  taxi tea team tech temple tempo terra theory think three thrive thunder tide tiger time titan today tom top total touch
  tower town toy trade tradition trail train transit travel treat tree trend tribe trident trinity triumph tropical true trust
  tulip turbo twin ultra union unique united unity universal universe uno urban valley value vanilla vantage vector vegas
  velvet venture venus vera veritas vero verve vibe victor victoria victory view viking villa village vintage violet viper
  virgin virtue vision vista visual vita vital viva vivid voice volt voyage vulcan walker wash watch water wave way wealth
  web wedding well wellness west whale wheel white whole wild willow win wind window wine wing winner winter wish wolf wonder
  wood word work works world yes yoga young zen zenith zero zest zip zone zoo`.split(/\s+/u),
);
