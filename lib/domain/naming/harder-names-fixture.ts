function names(text: string): string[] {
  return text.trim().split(/\s+/)
}

/**
 * Names that a rule is likely to get wrong: particles, irregular verbs, nouns in -ed and -en, nouns that are verbs, acronyms,
 * both spellings, passives and every style. Labelled before the rule was asked; none stands in the shared suite.
 */
export const harderPastNames = names(`
  LoggedIn CheckedOut OptedOut SubscriptionOptedOut UserSignedIn CustomerSignedUpForNewsletter CartCheckedOut
  ItemCheckedInAtWarehouse PassengerCheckedIn VisitorSignedOut DeviceSwitchedOff CallBackedUp DataBackedUp
  RecordsBackedUpToS3 FeatureFlagTurnedOn FeatureToggledOff TransactionRolledBackAfterTimeout SystemCameOnline
  NodeWentOffline ServiceSpunUp InstanceScaledOut ClusterScaledDown DeploymentFellBack MailBounced MailBouncedBack
  MeetingSetUp AccountSetUp PlanMappedOut ChargeWrittenOff DebtWrittenOff TaskHandedOff OrderPickedUp ParcelDroppedOff
  ShipmentHeldUp DealFellThrough ProductionShutDown PlantShutDown BranchCheckedOut FileUploadedToBucket FeedUpdated
  FeedImported SeedPlanted SeedImported EmbedCreated NeedIdentified SpeedExceeded BreedRegistered BedAssigned
  ShedPainted HundredReached SpeedLimitExceeded RssFeedPublished DatabaseSeeded VideoEmbedded AnimalFed AnimalBred
  PlantsWatered ChildBorn InvoiceSent HouseRebuilt AssetsFrozen ReportWritten ContractBroken PlanChosen ModelDrawn
  RecordingBegun TicketTaken DocumentHidden DocumentForgotten OfferForgone UserBidden SwornStatementFiled OathSworn
  ProposalOverridden QuotaOverrun TimeoutOverrode PermissionOverridden EmailRead DeviceReset ValueSet EventBroadcast
  CostCut ClipCut FileSplit PolicyLet RumourSpread EmployeeQuit PlayerHurt TargetHit SlotPut MarketHit BidPut
  WebhookHit MessageBroadcast StoryCast PipelineRun order.item.added order-shipped order_shipped ORDER_SHIPPED
  com.acme.orders.OrderShipped com.acme.orders.order_shipped.v1 billing/invoice.paid billing:invoice-voided
  urn:acme:event:invoice-sent user-logged-out USER_SIGNED_UP USER.SIGNED.UP orderShipped orderShippedV2
  OrderShippedV1Event OrderShippedEventV3 order.shipped.v10 order_shipped_v2 OrderShipped_v2 OrderShipped-2
  OrderShipped2024 InvoicePaidEvt payment.intent.succeeded charge.dispute.closed customer.subscription.trial_ended
  checkout.session.completed payout.reconciliation_completed account.application.deauthorized
  terminal.reader.action_failed PRMerged PROpened SSHKeyRotated SQLQueryFailed SLABreached SLAMissed KPIReached
  IPBlocked IPAddressAllocated VPNDisconnected DNSRecordChanged OTPVerified AMLScreeningPassed PIIRedacted
  PDFGenerated CSVImported XMLParsed APITokenRevoked HTTPRequestSent URLShortened UIThemeChanged OrderCancelled
  OrderCanceled ColourChanged ColorChanged ItemLabelled ItemLabeled TripTravelled TripTraveled ParcelRelabelled
  OrganisationRenamed OrganizationRenamed LicenceRenewed LicenseRenewed AuthorisationGranted AuthorizationGranted
  PaymentAuthorised PaymentAuthorized ModelModelled ModelModeled CardEnrolled CardEnroled TotalsTotalled FuelRefuelled
  VehicleRefueled LessonLearnt LessonLearned WordMisspelt WordMisspelled HouseBurnt HouseBurned MilkSpilt MilkSpilled
  DreamDreamt EngineFuelled OrderWasShipped OrderHasBeenShipped PaymentHasFailed InvoicesWereSent PolicyHadLapsed
  CustomerHasMoved UserHasLoggedIn ItemHasBeenAddedToCart DocumentWasSignedByBoth MessageWasReceived
  ShipmentWasDelayed ReservationHasExpired ThresholdCrossed GeofenceEntered GeofenceExited ZoneLeft VehicleEnteredZone
  DoorOpened DoorClosed MotionDetected SmokeDetected TemperatureRose TemperatureFell TemperatureDropped PressureRose
  LevelSank BatteryRanLow BatteryDied ConnectionMade SupplyRanOut StockSoldOut PriceWentUp PriceWentDown SharesRose
  RateRose PatientWoke PatientSlept BabySlept SunRose SunSet TradeExecuted OrderFilled OrderPartiallyFilled
  PositionOpened PositionLiquidated MarginCallIssued DividendDeclared BondMatured CouponPaidOut SwapUnwound
  CollateralPosted LoanOriginated LoanDisbursed LoanDefaulted PaymentMissed PaymentSettled FundsTransferred
  StandingOrderSetUp DirectDebitBounced ChequeCleared ChequeDrawn CashWithdrawn PinChanged CardReported
  CardReportedStolen CardReissued ClaimSubmitted ClaimApproved ClaimPaidOut PremiumRaised PolicyBound PolicyReinstated
  RiskScored QuoteGiven QuoteExpired PrescriptionDispensed VitalsTaken LabResultReceived BloodPressureMeasured
  PatientReferred PatientDied ConsentWithheld DoseSkipped DoseMissed TestResultCameBack AllergyRecorded WardClosed
  ShiftStarted ShiftHandedOver NurseAssigned SurgeryPostponed PatientWentHome StudentDroppedOut StudentSatExam
  ExamGraded AssignmentHandedIn CourseTaken CourseTaught QuizAttempted LessonBegan SemesterBegan CertificateWon
  ScholarshipAwarded EssayMarked CropsHarvested LambBorn TreesPlanted TreeCutDown FieldLeftFallow HiveLost
  FlightTookOff FlightLanded AircraftTookOff PlaneLanded BagLoaded BagLost CrewChangedOver GateClosed
  PassengerDeplaned TrainDerailed TrainArrived TrainLeftStation BusBrokeDown VehicleBrokeDown CarTowed TripEnded
  RideAccepted DriverWentOffline DriverCameOnline TollPaid SongSkipped TrackPlayed AlbumBought EpisodeFinished
  LiveStreamBegan LiveStreamWentDown ChannelMuted PollClosed PostLiked PostUnliked StorySeen MessageSeen ThreadPinned
  ThreadUnpinned UserKickedOut CommentTakenDown ContentTakenDown PhotoBlurred GuestArrived RoomLetOut RoomOverbooked
  BookingMade BookingMadeOnline TableSet TableCleared MealPrepared BillPaid HiringFrozen CandidateWithdrew
  CandidateHired OfferTurnedDown EmployeeOnboarded EmployeePromoted PayslipIssued TimesheetHandedIn LeaveTaken
  LeaveRequested GrievanceRaised ContractWoundUp CompanyWoundUp HouseholdMoved TenantMovedIn TenantMovedOut
  RentOverpaid RentUnderpaid KeyCut PropertyLet PropertySold VoteSpoilt BallotSpoiled CandidateStoodDown LawRepealed
  BillPassed CaseHeard VerdictGiven SentencePassed PrisonerFreed WitnessCalled BugTriaged BuildWentGreen BuildWentRed
  TestsRan TestsPassed PipelineFroze PodCrashLooped PodOOMKilled LockAcquired LockReleased DeadlockDetected ThreadHung
  ProcessHung ProcessDied JobStuck JobGotStuck QueueDrained TopicCompacted OffsetCommitted SchemaEvolved
  ConsumerLagged LeaderLost RetriesExhausted BudgetUnderspent QuotaUsedUp LimitReached DiskRanFull MemoryRanOut
  CreditsBoughtInBulk CustomerUpgradedPlan UserAcceptedInvitation AgentClosedTicket SellerShippedItem BuyerPaidInvoice
  ShopperAbandonedCart ManagerApprovedExpense OrderMarkedAsFraud TicketEscalatedToManager PaymentSplitAcrossCards
  StockMovedBetweenSites AccountMergedIntoAnother OrderSentToWarehouse DeliveryRescheduledByCustomer
  EmailVerifiedAfterReminder MessageForwardedToTeam AddressLookupFailed EmailDeliveryFailed CardPaymentDeclined
  SyncRequested ExportRequested ReportRequested ReindexStarted Deleted Shipped Sent order.paid Cancelled CommuteLogged
  DeedTransferred WeedSprayed ReedHarvested CreedAdopted GreedIndexUpdated AgreedTermsUpdated SledRented RedFlagRaised
  RedeemCodeUsed ShredderCleaned BedBooked TestbedProvisioned NewsfeedRefreshed WatershedMapped StickersStuck
  SwimmerSwam BellRang DogBit BillBitten SkinBitten RopeWound ClockWound PotatoesGround ThreadWound CarpetLaid
  FilesZipped KeysMapped ItemsMerged PeopleMet TargetMet RequirementsMet DeadlineMet CriteriaMet ConditionsMetOrWaived
  MoneyLaundered BooksLent TrustBroken SecretsLeaked BeanSown HeirFound AdoptedPetReturned StolenCardUsed
  LostItemFound ScheduledJobRan FailedPaymentRetried PaidInvoiceArchived SavedSearchDeleted SharedLinkOpened
  DeletedAccountRestored ExpiredTokenRefreshed BidderOutbid SellerBid VehicleHiredOut LoanTakenOut CardTopUpFailed
  BalanceToppedUp GiftCardLoaded PointsTransferred TenderIssued TenderWon SupplierOnboarded SupplierOffboarded
  PurchaseOrderRaised GoodsInspected InvoiceMatched InvoiceDisputed CreditNoteIssued SensorCalibrated AlarmTripped
  BreakerTripped MotorStalled RobotHomed ToolWornOut LineStopped LineWentDown ShiftOverran BatchQuarantined
  LotRecalled TenantProvisioned WorkspaceArchived SeatReleased TrialExtended InvoiceVoided UsageMetered UsageReported
  QuotaBreached DunningStarted ConsentRevoked DataErased SubjectAccessRequested BreachReported RiskAccepted
  ControlTested AuditPassed AuditFailed FindingRaised PlayerJoined PlayerLeft PlayerLevelledUp PlayerLeveledUp
  MatchBegan MatchAbandoned RoundWon ItemLooted QuestAccepted AchievementUnlocked LootBoxOpened GuildDisbanded
  LeadDisqualified LeadLost OpportunityWon DealWon DealLost DealSlipped CampaignPaused AudienceSynced EmailOpened
  EmailUnsubscribed EmailBounced SmsSent PushSent ArticlePulled ArticleSpiked StoryBroken StoryBroke HeadlineRewritten
  SubscriberChurned PaywallHit PaywallShown ticket.reassigned ticket_reopened chat-ended chat.transferred call.hung_up
  agent.went_idle agent_logged_off USER_DEACTIVATED user.email.verified repo.forked ContainerGatedIn ContainerGatedOut
  VesselBerthed VesselSailed VesselArrived CustomsHeld CustomsReleased SealBroken SealApplied CargoStowed
  CargoDischarged ManifestFiled ElectricityCutOff MeterSwapped TariffSwitched SupplyRestored OutageBegan OutageEnded
  CrewSentOut CrewStoodDown BillOverestimated ReadingTaken ReadingMissed MembershipFrozen MembershipUnfrozen
  ClassBookedOut ClassTaken LockerRented TrainerChosen GoalBeaten RecordBeaten WeightLifted RunLogged PetAdopted
  PetChipped VaccineGiven LitterBorn KennelBooked VisitArrangedByPhone FosterFound ShareBoughtBack StockSplitAnnounced
  DividendForgone OptionExercised OptionLapsed WarrantStruckOut AccountStruckOff DirectorStoodDown DirectorAppointed
  GrantAwarded PaperSubmitted PaperWithdrawn ReviewerAssigned ReviewReturned ThesisDefended TokenMinted TokenBurnt
  TokenBurned BlockMined BlockOrphaned WalletDrained TransactionSpedUp ContractDeployed ContractUpgraded
  NotificationWasRead BatchHasRun ServerHasBeenShutDown FormWasReset UserDidNotShowUp GuestDidNotArrive
  CourierCouldNotDeliver PaymentHasNotBeenMade
`)

export const harderOtherNames = names(`
  Checkout OptOut Opt-Out SignIn Logout Backup Setup Shutdown Takeoff Payout Payoff Handover RssFeed DataFeed
  PriceFeed SeedData RandomSeed VideoEmbed BusinessNeed CustomerNeed WindSpeed DownloadSpeed DogBreed Weed Deed
  PropertyDeed Creed Greed Steed Reed Sled Kindred Hatred Testbed Misdeed UserFeed ActivityFeed TwitterEmbed
  UrgentNeed TrainingNeed TitleDeed Indeed ProductFeed MixedBreed Watershed CancelOrder SendInvoice PayInvoice
  ReserveStock ApproveLoan RejectLoan PublishReport UpdateCustomer DeleteCustomer PlaceOrder order.create order.cancel
  CREATE_ORDER cancelOrderV2 SendEmailEvent com.acme.CreateOrder com.acme.order.create.v1 user.delete invoice.send
  payment.refund payment.capture SetPassword CutPrice SplitOrder PutItem ShutDownDevice LetProperty SpreadRumour
  BroadcastMessage SetAddress PutAwayItem ResetDevice CutKey OrderCreating OrderShipping Shipping StockReserving
  LoadingData CustomerOnboarding UserTyping BuildRunning DeviceCharging FlightBoarding TrainDeparting BatteryLow
  InvoiceOverdue ImportRunning MeetingStarting SessionExpiring TokenExpiring OrderShip UserLogsIn SubscriptionEnds
  InvoiceGetsPaid TimerFires SensorReads PaymentWillFail SubscriptionWillRenew OrderShallShip TrialWillEnd
  InvoiceDueSoon PaymentIsDue PaymentIsReceived CanShip ShouldRetry MustPay IsPaid HasPaid IsShipped Invoice Address
  OrderLine ShoppingCart Price PriceList StockLevel AccountBalance CreditLimit OrderStatus OrderStatusChange
  ProfileUpdate StockUpdate OrderCancellation InvoicePayment OrderShipment LoanApproval AccountClosure NewUser
  NewCustomer Cancellation Refund Chargeback PaymentReversal SubscriptionRenewal Renewal Complaint FraudAlert Reminder
  PaymentReminder Notification OrderNotification OrderShippedNotification PaymentReceivedListener UserCreatedWebhook
  OrderShippedEmail OrderShippedCount InvoicePaidFlag OrderPlacedCommand OrderCreatedTopic CustomerUpdatedQueue
  OrderPlacedDto DeletedUser FailedPayment RegisteredCustomer NewlyCreatedOrder BrokenMachine LostParcel FrozenAccount
  StolenCard SentMessages ReceivedGoods CompletedTasks ScheduledJob SavedSearch ArchivedThread ExpiredToken
  WrittenReport HiddenField UsedCar ActionRequired PaymentNeeded AttentionNeeded ReviewNeeded SignatureRequired
  FeedbackWanted MaintenanceNeeded DocumentUnsigned OrderUnfulfilled OrderCreated_at UpdatedAt DeletedBy CreatedDate
  ShippedDate PaidAmount OpenDoor CloseAccount StartEngine StopEngine RunJob RunTests BeginTransaction
  CommitTransaction WithdrawConsent BuildProject PayBill HoldFunds FreezeAccount WriteReport SendMoney KeepAlive Ping
  Pong Tick Test Sync Retry Poll StockOut OutOfStock LowStock HighTemperature Overdraft Overdue Inbound Outbound
  OutboundCall InboundShipment Incoming IncomingCall TrialPeriod Naked Sacred Rugged GetOrder ListOrders FindCustomer
  FetchQuote QueryBalance CheckBalance ValidateAddress VerifyEmail CalculatePremium EstimateCost WebsiteVisit
  ButtonClick FormSubmit AdImpression VideoPlay Search Scroll Download Upload Click Purchase AddToCart RemoveFromCart
  BeginCheckout ViewItem ViewCart add_to_cart remove_from_cart page_view sign_up begin_checkout view_item Alarm Fire
  Smoke Flood Earthquake Outage Incident Breach DataBreach SlaBreach Delay Delivery Arrival Departure Birth Death
  Marriage Divorce Sale Batch Screenshot DataSetV2 RuleSet ChangeSet HashSet CharacterSet ToolSet SkillSet Budget
  Target Asset Market Ticket Basket Packet Bucket Wallet Magnet Cabinet Planet Cost ShippingCost UnitCost FilmCast
  NewsBroadcast BankCredit BatchInput DataInput UserInput ProductOutput Offset Bid Offer Rent Loan Content Event
  Intent PaymentIntent ShipmentIntent Equipment Segment Document Appointment Agreement Garden Kitchen Children Token
  AccessToken Screen HomeScreen Citizen Linen Oxygen Hydrogen Heaven Oven Chicken Specimen Siren Golden Wooden Open
  Sudden Eleven Seven Mitten Kitten Queen PayPalId UserId Id MedId FluidId SupplierMed RFID OLED EveryoneNeedsThis
  Bleed NoseBleed Supersede Concede OrderFulfillment Fulfilment Fulfil FulfillOrder Enrol Cancel Paid2Date
  YearToDateUnpaid DaysLeft LeftTurn LeftPanel RightPanel UpperBound LowerBound Background Foreground UnitOfWork
  WorkOrder Workflow Rebound ReadModel ReadReplica ReadOnly WriteModel SetPoint SplitScreen CutOffTime PutOption
  CallOption HitRate HitCount ResetButton ResetToken QuitButton AdvancedSearch Limited LimitedEdition Dedicated
  Complicated Related Talented Unlimited EstimatedDelivery WeightedAverage ManagedAccount SignedUrl NestedObject
  EmbeddedVideo Red RedButton BlueRed InfraRed TopUp WalletTopUp CardTopUp TakeOutLoan WriteOff WriteOffDebt Tender
  TenderOffer PurchaseOrder CreditNote GoodsReceipt Calibration MotorStall LineStop Recall ProductRecall
  ProvisionTenant ArchiveWorkspace Plan TrialExtension UsageReport Quota DunningProcess RevokeConsent EraseData
  AuditFailure AuditReport RiskAcceptance JoinGame LeaveGame LevelUp PlayerLevelUp MatchEnd MatchStart RoundWin
  QuestReward LootBox GuildInvite Lead LeadScore LeadSource Opportunity DealStage CampaignSend AudienceSync EmailOpen
  EmailClick SmsDelivery PushSend ticket.reassign chat.end call.hangup agent.idle repo.fork user.email.verify
  ticket_close USER_DEACTIVATE VesselArrival GateIn GateOut ContainerGateIn CustomsHold CustomsRelease SealNumber
  CargoManifest ManifestFiling TariffSwitch MeterSwap SupplyInterruption BillEstimate EstimatedBill OverdueBill
  FreezeMembership MembershipFreeze ClassBooking BookClass LockerRental GoalProgress PersonalBest AdoptPet PetAdoption
  VaccineDose Litter KennelBooking BuyBack ShareBuyback StockSplitRatio ExerciseOption OptionExpiry StrikePrice
  AwardGrant GrantAward SubmitPaper PaperSubmission ReviewAssignment DefendThesis MintToken BurnToken TokenBurn
  MineBlock BlockReward WalletDrain ContractDeployment OrderFeed OrderSpeed IngestSpeed TypingSpeed UnmetNeed
  SpecialNeed CreedStatement SeedFunding SeedRound FeedItem FeedEntry BreedCode BedCount BedOccupancy ShedRow
  EmbedCode InputFile OutputFile InputReceived2Command CostCentre CostEstimate UnitCostV2 TotalCost SalesForecast
  DemandForecast ForecastModel AuctionBid HighestBid ConsumerOffset PartitionOffset KeyboardInput AudioOutput
  ScheduleBroadcast BroadcastChannel CastMember Spreadsheet SpreadRate SplitTest HitList QuitRate LetterOfIntent
  CutList ShutterSpeed PutRequest ReadReceipt ReadTimeout ResetLink SetTopBox Customers Orders Payments CustomerList
  OrderHistory OrderTotals PaymentMethods ReturnPolicy ReturnLabel ReturnRequest WillShip IsOverdue AreShipped
  ShouldBeSent CanBeCancelled MayExpire ToBeDeleted ToShip OrderToShip OrdersToBePicked ReadyToShip Expiring
  ExpiringSoon Ongoing InProgress InTransit OutForDelivery AwaitingPayment PendingPayment PendingApproval
  ApprovedSupplierList SharedDrive SignedContract EncryptedPayload FrozenFoods WrittenConsent HiddenCosts LostProperty
  FoundItems KnownIssues UnknownError PaymentReceivedEmail OrderShippedSms UserCreatedHook OrderUpdatedAt
  OrderShippedDate StatusChangedBy OrderCreatedBy DeletedFlag UpdatedFields ChangedProperties
`)
