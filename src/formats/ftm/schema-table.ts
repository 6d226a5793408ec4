/**
 * What FollowTheMoney knows of its schemata, in words of our own: `Name < parents: label, plural`, then the ends of a schema that links, with
 * what they may be (`>` from one to the other, `-` without a way, `=` our relation), then its own properties by type. Facts of the model, versions 3.8
 * and 4.11 together (followthemoney, MIT). Texts, names, addresses, identifiers and checksums are all `text`. Ends of Sanction, Mention,
 * Similar and Call, which the model does not call links, are ours.
 */
export const schemaTable = `
Address < Thing: Address, Addresses
  text city full googlePlaceId osmId postOfficeBox postalCode region remarks state street street2
  country country
  number latitude longitude
Airplane < Vehicle: Airplane, Airplanes
  text icaoCode manufacturer serialNumber
Analyzable: Analyzable, Analyzables
  text companiesMentioned locationMentioned namesMentioned peopleMentioned
  country detectedCountry
  email emailMentioned
  iban ibanMentioned
  ip ipMentioned
  language detectedLanguage
  phone phoneMentioned
Article < Document: Article, Articles
Assessment < Thing: Assessment, Assessments
  entity author
  text assessmentId
  date publishDate
Asset < Thing Value: Asset, Assets
Associate < Interval: Associate, Associates
  edge person:Person - associate:Person = associate-of
  entity associate person
  text relationship
Audio < Document: Audio, Audio files
  number duration samplingRate
BankAccount < Asset: Bank account, Bank accounts
  entity bank
  text accountNumber accountType bankAddress bankName bic
  date balanceDate closingDate maxBalanceDate openingDate
  iban iban
  number balance maxBalance
Call < Interval: Call, Calls
  edge caller:LegalEntity > receiver:LegalEntity = called
  entity caller receiver
  number duration
  phone callerNumber receiverNumber
CallForTenders < Interval Thing: Call for tenders, Calls for tenders
  entity authority onBehalfOf tenderers
  text authorityReferenceId awardedInLots callId certificationCheck cpvCode directive euFunding evaluationMechanism
  text fallsUnderGPPScope involvesOutcome lotsNames multipleTenders nutsCode paymentOptions procedure procurementType
  text relationToThreshold reverseAuctionsIncluded tendersForLots title
  date awardNoticeDate awardingDate clarificationDeadline contractNoticeDate publicationDate submissionDeadline
  number maximumNumberOfLots numberOfLots
  url tedUrl
Company < Asset Organization: Company, Companies
  text bikCode caemCode capital cikCode coatoCode fnsCode fssCode ibcRuc ipoCode irsCode isinCode jibCode kppCode mbsCode
  text okopfCode oksmCode okvedCode pfrNumber registrationNumber ricCode ticker voenCode
  country jurisdiction
Contract < Asset: Contract, Contracts
  entity authority project
  text cancelled classification criteria method noticeId numberAwards procedure procedureNumber status title type
  date contractDate
  language language
ContractAward < Interest Value: Contract award, Contract awards
  edge contract:Contract > supplier:LegalEntity = awarded-to
  entity callForTenders contract supplier
  text amended cpvCode decisionReason documentNumber documentType lotNumber nutsCode
Control < Interest: Control, Control relationships
  edge controller:LegalEntity > controlled:LegalEntity = controls
  entity controller controlled
  text controlType legalBasis
CourtCase < Thing: Court case, Court cases
  text caseNumber category court status type
  date closeDate fileDate
CourtCaseParty < Interest: Case party, Case parties
  edge party:Thing > case:CourtCase = party-in
  entity case party
CryptoWallet < Thing Value: Cryptocurrency wallet, Cryptocurrency wallets
  entity holder
  text currencySymbol mangingExchange privateKey publicKey cryptoAddress accountId blockchain managingExchange custodyType
  date balanceDate creationDate
  number balance
Debt < Interval Value: Debt, Debts
  edge debtor:LegalEntity > creditor:LegalEntity = owes
  entity creditor debtor
Directorship < Interest: Directorship, Directorships
  edge director:LegalEntity > organization:Organization = leads
  entity director organization
  text secretary
Document < Analyzable Thing: File, Files
  entity ancestors parent
  text author bodyText contentHash crawler encoding extension fileName generator messageId processingAgent processingError
  text processingStatus title translatedText
  date authoredAt date processedAt publishedAt
  language language translatedLanguage
  mimetype mimeType
  number fileSize
Documentation < Interest: Documentation, Documentations
  edge document:Document > entity:Thing = documents
  entity document entity
EconomicActivity < Interval: Customs declaration, Customs declarations
  entity bankAccount bankForeign bankRub contract contractHolder declarant receiver sender transport
  text ccdNumber ccdValue customsAmount customsProcedure directionOfTransportation dollarExchRate goodsDescription
  text invoiceAmount vedCode vedCodeDescription
  country departureCountry destinationCountry originCountry tradingCountry
Email < Folder HyperText PlainText: E-Mail, E-Mails
  entity emitters inReplyToEmail recipients
  text bcc cc from headers inReplyTo sender subject threadTopic to
Employment < Interest: Employment, Employments
  edge employee:Person > employer:Organization = works-for
  entity employee employer
Event < Analyzable Interval Thing: Event, Events
  entity involved organizer
  text important location
  country country
Family < Interval: Family, Family members
  edge person:Person - relative:Person = relative-of
  entity person relative
  text relationship
Folder < Document: Folder, Folders
HyperText < Document: Web page, Web pages
  text bodyHtml
Identification < Interval: Identification, Identifications
  entity holder
  text authority number type
  country country
Image < Document: Image, Images
  entity pictured
  text credit
Interest < Interval: Interest, Interest
  text role status
Interval: Interval, Interval
  entity proof
  text description indexText namesMentioned publisher recordId summary
  date date endDate modifiedAt retrievedAt startDate
  url alephUrl publisherUrl sourceUrl
LegalEntity < Thing: Legal entity, Legal entities
  entity parent
  text bvdId classification dunsCode icijId idNumber innCode legalForm leiCode licenseNumber npiCode ogrnCode okpoCode
  text registrationNumber sector status swiftBic taxNumber taxStatus uniqueEntityId vatCode abbreviation sayariId
  text brightQueryId brightQueryOrgId uscCode okvedCode
  country jurisdiction mainCountry
  date dissolutionDate incorporationDate
  email email
  phone phone
  url opencorporatesUrl website
License < Contract: License, Licenses
  text area commodities reviewDate
Membership < Interest: Membership, Memberships
  edge member:LegalEntity > organization:Organization = member-of
  entity member organization
Mention: Mention, Mentions
  edge document:Document > resolved:LegalEntity = mentions
  entity document resolved
  text detectedSchema name
  country contextCountry
  email contextEmail
  phone contextPhone
Message < Folder HyperText Interval PlainText: Message, Messages
  entity inReplyToMessage recipientAccount recipients sender senderAccount
  text inReplyTo metadata subject threadTopic
Note < Analyzable Thing: Note, Notes
  entity entity
Occupancy < Interval: Occupancy, Occupancies
  edge holder:Person > post:Position = holds-office
  entity holder post
  text status constituency politicalGroup
  date declarationDate electionDate periodStart periodEnd
Organization < LegalEntity: Organization, Organizations
  text cageCode giiNumber imoNumber permId
Ownership < Interest: Ownership, Ownerships
  edge owner:LegalEntity > asset:Asset = owns
  entity asset owner
  text legalBasis ownershipType percentage sharesCount sharesCurrency sharesType sharesValue
Package < Folder: Package, Packages
Page: Page, Pages
  entity document
  text bodyText indexText translatedText translatedTextLanguage
  language detectedLanguage
  number index
Pages < Document: Document, Documents
  text pdfHash
Passport < Identification: Passport, Passports
  text birthPlace givenName passportNumber personalNumber surname
  date birthDate
  gender gender
Payment < Interval Value: Payment, Payments
  edge payer:LegalEntity > beneficiary:LegalEntity = paid
  entity beneficiary beneficiaryAccount contract payer payerAccount project
  text programme purpose sequenceNumber transactionNumber
Person < LegalEntity: Person, People
  text appearance birthPlace education ethnicity eyeColor fatherName firstName hairColor lastName middleName motherName
  text nameSuffix passportNumber political position religion secondName socialSecurityNumber title biography profession
  country birthCountry citizenship nationality
  date birthDate deathDate
  gender gender
  language spokenLanguage
  number height weight
PlainText < Document: Text file, Text files
Position < Thing: Position, Positions
  entity organization
  text subnationalArea
  date dissolutionDate inceptionDate
  number numberOfSeats
Post < Interest: Post, Posts
  entity holder
  text organization wikidataId
Project < Interval Thing Value: Project, Projects
  text goal phase projectId status
ProjectParticipant < Interest: Project participant, Project participants
  edge participant:LegalEntity > project:Project = participates-in
  entity participant project
PublicBody < Organization: Public body, Public bodies
RealEstate < Asset: Real estate, Real estates
  entity parent
  text cadastralCode censusBlock encumbrance landType propertyType registrationNumber tenure titleNumber
  date createDate
  number area latitude longitude
Representation < Interest: Representation, Representations
  edge agent:LegalEntity > client:LegalEntity = represents
  entity agent client
Risk < Interval: Risk, Risks
  entity entity
  text authority program programId status reason
  country country
  date listingDate
  number duration
  topic topics
  url programUrl
Sanction < Interval: Sanction, Sanctions
  edge authority > entity:Thing = sanctioned
  entity entity
  text authority authorityId duration program programId provisions reason status unscId
  country country
  date listingDate
  url programUrl
Security < Asset: Security, Securities
  entity issuer
  text classification collateral figiCode isin registrationNumber ticker type
  date issueDate maturityDate
Similar: Similar, Similar entities
  edge candidate:Thing - match:Thing = similar-to
  entity candidate match
  text criteria matcher
  number confidenceScore
Succession < Interest: Succession, Successions
  edge predecessor:LegalEntity > successor:LegalEntity = preceded
  entity predecessor successor
Table < Document: Table, Tables
  text columns csvHash
  number rowCount
TaxRoll < Interval: Tax roll, Tax rolls
  entity taxee
  text givenName income surname taxPaid wealth
  country country
  date birthDate
Territory < Thing: Territory, Territories
  entity partOf
  text level territoryCode fipsCode zipCode nutsCode
Thing: Thing, Thing
  entity addressEntity proof riskSource
  text address alias description indexText keywords name notes previousName program programId publisher summary weakAlias
  text wikidataId
  country country
  date createdAt modifiedAt retrievedAt
  topic topics
  url alephUrl publisherUrl sourceUrl wikipediaUrl
Trip < Event: Trip, Trips
  entity endLocation startLocation vehicle
UnknownLink < Interest: Other link, Other links
  edge subject:Thing - object:Thing = related-to
  entity object subject
UserAccount < Thing: User account, User accounts
  entity owner
  text password service username
  email email
  ip ipAddress
  phone number phone
Value: Value, Values
  text currency
  number amount amountEur amountUsd
Vehicle < Asset: Vehicle, Vehicles
  entity operator owner
  text model registrationNumber type
  date buildDate deregistrationDate registrationDate
Vessel < Vehicle: Vessel, Vessels
  text callSign crsNumber imoNumber mmsi navigationArea pastTypes registrationPort
  country flag pastFlags
  date nameChangeDate
  number grossRegisteredTonnage tonnage deadweightTonnage
Video < Document: Video, Videos
  number duration
Workbook < Folder: Workbook, Workbooks
`;
