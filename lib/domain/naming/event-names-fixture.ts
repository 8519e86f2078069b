function names(text: string): string[] {
  return text.trim().split(/\s+/)
}

/** Our own names, from many trades and in many styles; none of them stands in the shared suite. */
export const pastNames = names(`
  ParcelHandedOver ShipmentDispatched VanUnloaded ContainerSealed CustomsCleared RouteRecalculated PalletRestacked
  ForkliftBrokenDown TruckWeighed TrailerHitched DriverSwappedOut CargoSunk BarrelSpilt FuelRunLow TyreBlown
  CardFrozen CardUnfrozen CardBlocked LimitExceeded LoanPaidOff LoanWrittenDown FundsWithdrawn FundsDeposited
  InterestAccrued DividendPaid MortgageForeclosed ChequeBounced TransferReversed MandateRevoked AccountOverdrawn2
  SharesSplit TradeSettled TradeMatched OrderBookRebuilt PositionUnwound MarginCalled HedgeLaidOff BondSold
  CurrencyBought RateFixed PremiumPaid ClaimFiled ClaimRejected PolicyUnderwritten PolicyRenewed PolicyCancelled
  DamageAssessed AssessorSent BeneficiaryNamed RiskReinsured
  PatientAdmitted PatientDischarged PatientSeen BloodDrawn BloodTaken DoseGiven DoseWithheld DrugPrescribed
  PrescriptionRefilled SampleTested TestRepeated WoundDressed BoneSet FeverBroken LimbXRayed OperationBegun
  HeartRateMeasured AppointmentMissed BedFreed BabyBorn SpecimenFrozen SymptomsSubsided
  StudentEnrolled StudentExpelled ExamSat ExamPassed ExamFailed GradeGiven EssayWritten EssayRewritten LessonTaught
  CourseDropped DegreeAwarded BookLent BookReturned BookBorrowed LectureHeld HomeworkHandedIn SeminarCalledOff
  LessonUnderstood TopicForgotten WordSpelt WordLearnt QuestionAsked
  CandidateInterviewed CandidateTurnedDown ContractTerminated SalaryRaised BonusPaidOut ShiftSwapped LeaveGranted
  EmployeeLeft EmployeeWentOnLeave EmployeeResigned EmployeeSacked BadgeLost OvertimeWorked ExpensesReimbursed
  GuestCheckedIn GuestCheckedOut RoomUpgraded RoomSwept TableLaid TableReserved MealCooked MealServed DrinkPoured
  BillSplit TipLeft KeyCutOff TowelsWashed MinibarRefilled ReservationNotHonoured
  FlightDelayed FlightDiverted PlaneFlown PassengerBoarded PassengerBumped LuggageLost LuggageFound GateChanged
  PilotRelieved SeatReassigned TicketUpgraded CrewSworn RunwayShutDown WingDeiced AircraftTakenOff
  FieldSown SeedSown CropGrown CropSprayed CropReaped HayMown CowFed CowMilked SheepShorn CalfFed FieldPloughed
  TreeFelled WoodSawn BarnBuilt TractorStolen EggsLaid FishCaught PondDredged HorseRidden HorseShod
  MatchWon GoalScored PlayerTransferred PlayerInjured PlayerSentOff RefereeChosen RaceRun MedalWon RecordBroken
  BallThrown BallCaught TeamRelegated TicketTorn StadiumSoldOut BetLost OddsCut StakeRaised
  SongPlayed SongSung AlbumReleased VideoStreamed EpisodeWatched FilmShot SceneCut TrackMixed ShowBroadcast
  PlaylistShared PodcastPublished PodcastUnpublished ArtistFollowed ArtistUnfollowed ConcertCancelled
  PhotoTaken PhotoCropped PhotoTagged ImageResized PageViewed LinkClicked AdShown AdClicked BannerHidden
  FormFilledIn FormFilledOut CookieSet ConsentGiven ConsentWithdrawn SessionTimedOut SessionTakenOver
  UserLoggedOut UserOptedOut UserOptedIn UserUnsubscribed UserBanned UserUnbanned UserForgotten UserInvited
  PasswordForgotten PasswordHasBeenReset TokenRefreshed TokenIssued MfaEnrolled OTPSent SSOConfigured
  APIKeyRotated KYCCheckFailed IBANVerified VATRecalculated SKURenamed SKUsReindexed IDsAssigned GDPRRequestReceived
  BuildStarted BuildBroken BuildFixed BuildFailed DeployRolledBack DeploymentRolledOut PodEvicted NodeAdded NodeDied
  ServerRebooted ServerWentDown DiskFilledUp DiskWornOut CacheFlushed CacheWarmed IndexRebuilt JobRetried JobTimedOut
  BackupTaken BackupRestored LeaderElected ReplicaPromoted ConnectionLost ConnectionDropped CertificateRenewed
  BranchMerged BranchForked CommitPushed TagMoved IssueClosed IssueReopened ReviewRequested PullRequestMerged
  CodeFrozen ReleaseCut TestSkipped BugFound BugFixed AlertRaised AlertAcknowledged AlertSilenced IncidentResolved
  EnvelopeOpened LetterSent StampStuckOn ParcelWeighed ParcelReturned PostcardWritten FaxReceived CallPickedUp
  CallHungUp CallPutOnHold CallHeld VoicemailLeft LineCutOff SimActivated NumberPortedOut RoamingSwitchedOn
  MeterRead MeterReplaced PowerCutOff PowerLost LampLit LampSwitchedOff GridRebalanced TurbineSpunUp ValveShut
  ValveOpened TankFilled TankDrained PipeBurst PipeLaid LeakFound WaterTurnedOff GasMeterInstalled BatteryCharged
  HouseBuilt HouseSold HouseLet FlatSublet TenancyEnded RentRaised DepositReturned DeedSigned KeysHandedOver
  PlotSurveyed WallTornDown RoofRebuilt OfferMadeFinal OfferWithdrawn OfferOutbid AuctionHeld LotBidOn BidPlaced
  TaxPaid TaxReturnFiled RefundPaidOut FineIssued LicenceGranted LicenceSuspended PassportStamped VisaDenied
  VoteCounted BallotCast LawPassed WitnessHeard WitnessSworn CaseDismissed CaseWon AppealLost SuspectArrested
  SentenceServed JuryChosen EvidenceBurnt
  ItemPicked ItemPacked ItemRestocked ItemPutBack StockTaken StockReplenished BinEmptied ShelfCleared PriceMarkedDown
  PriceRoseSharply CouponUsed CouponExpired BasketEmptied BasketAbandoned WishlistShared GiftWrapped GoodsSentBack
  ReturnAccepted ReviewPosted ReviewTakenDown RatingGiven ProductDiscontinued ProductSoldOut PointsEarned PointsSpent
  MachineStopped MachineOverheated PartWeldedOn PartScrapped MouldBroken BatchRun BatchMixed DoughKneaded BreadBaked
  SteelBent GlassGround ThreadSpun ClothWoven ShirtSewn LeatherDyed PaperTorn InkSpilled
  UserCompletedCheckout CustomerPlacedOrder DriverAcceptedRide CourierDeliveredParcel UserReadMessage
  CustomerSentMessage ItemAddedToBasket ItemRemovedFromCart TicketAssignedToAgent MessageMarkedAsRead
  InvoiceMarkedAsPaid SubscriptionConvertedToPaid UserInvitedToBid FlightCancelledDueToWeather AccountPutOnHold
  OrderShippedLate PaymentFailedPermanently FeatureWentLive SlotMadeAvailable OrderPaidInFull
  PaymentNotReceived OrderNotFound InvoiceHasNotBeenPaid ParcelWasNotDelivered OrderDidNotArrive DriverCouldNotBeFound
  OrderWasPlaced OrdersWereMerged RoomHasBeenCleaned FileGotCorrupted ReportHadBeenSent
  CreateUserFailed GetQuoteFailed ListCreated CheckPassed ProcessStarted EventReceived EventPublished
  call.put_on_hold meter.read_by_hand order.placed order_placed order-placed ORDER_PLACED orderPlaced orderplaced order.line.added com.shop.order.placed
  com.shop.order.placed.v2 shop/CardExpired shop.orders.OrderPlaced.v1 invoice.payment_failed checkout.session.expired
  customer.subscription.trial_extended com.github.pull_request.opened Microsoft.Storage.BlobCreated user.signed.up
  user.logged_in user.created.successfully item-put-away DEVICE_SHUT_DOWN password_has_been_changed
  orders:order-shipped urn:acme:order#OrderPlaced OrderPlacedV2 OrderPlaced_v1_0 OrderPlacedEvent order.placed.event
  order_placed_event_v2 OrderPlaced20240101 AddedToCart SignedUp RolledBack Created Written Top10Reached
  3DSecurePassed Order2Confirmed order.placed@1 stripe.charge.dispute.funds_withdrawn
  GuestSeated TicketScanned UserMuted BikeRidden PipeWelded EmployeeLaidOffToday TestAced StaffTrained CouncilSworn
  NoStockFound OnHoldReleased BypassEnabled SetupIntentSucceeded DisputeWonByMerchant ClaimWithdrawnByCustomer
  StandTaken DogFound DogBitten PostBrought ShoesWorn CakeEaten WineDrunk SunRisen ShipSunk HoleDug NetWoven
  SwordDrawn SpellForgotten PromiseKept RulesBroken BellRung DressSewn PatientBled LessonSlept IceMelted
  ContractUndersigned RuleOverruled FileOverwritten TokenRevokedAgain AgreementEnteredInto CaseLookedInto
  MoneyPaidBack MeetingPutOff PlanDroppedAltogether ToolHandedBack LightSwitchedOnAgain PlayerTakenOff
  PriceSunk TemperatureRisen VoltageDropped SignalLost BeaconSeen SensorRead GateSwungOpen AlarmRang AlarmRung
  UserBecameActive AccountWentDormant StockRanOut ServerFell_Over TripBegan GuestCame GuestLeft MemberQuit
  StatusSetToClosed DataReadFromDisk AccountLetGo DealCutShort IsActiveChanged PasswordResetByAdmin SplitShipmentCreated
  ItemSetAside PriceSetByManager PasswordResetEmailSent OrderPlacedIntegrationEvent orders.v1.order_placed
  AnomalyDetected PaymentCapturedInFull BudgetExceededBy10Percent SensorWentOffline NurseGavePatientMedication
  ProjectGreenlit DutyForgone FloorInlaid ChildBabysat ThiefSlunkAway DragonSmitten
  TreatyAgreed CompromiseAgreed QualityGuaranteed SlaveFreed OfferAgreedUpon SomethingUndone BoxUnpacked
  ListingUnpublished PluginUninstalled ScreenUnlocked ItemUnpinned RecordUndeleted ShareUnlinked DoorUnlocked
  PriceOverridden BudgetOverspent EmailResent TicketResold QuoteRedone ContractRenegotiated WallRepainted ShipRefitted
  PaymentMisrouted CustomerMisled FormMisfiled AnswerMistaken StockOversold DealOutdone StormForeseen DemandForetold
`)

/** Commands, states, things, the present and the future. */
export const otherNames = names(`
  HandOverParcel DispatchShipment UnloadVan SealContainer ClearCustoms ParcelHandover ShipmentDispatch RouteChange
  CustomsClearance TruckWeight VanUnloading TrailerHitch FuelLevel TyrePressure BreakdownOfForklift
  FreezeCard BlockCard CardBlock CardFreeze LoanPayoff PayOffLoan FundsWithdrawal WithdrawFunds InterestAccrual
  DividendPayment TransferReversal ReverseTransfer MandateRevocation TradeSettlement SettleTrade TradeMatch
  MarginCall HedgeOffer BondSale SellBond BuyCurrency RateFixing PremiumPayment ClaimFiling FileClaim
  UnderwritePolicy PolicyRenewal RenewPolicy AssessDamage DamageAssessment SendAssessor NewBeneficiary
  AdmitPatient PatientAdmission PatientDischarge DischargePatient DrawBlood TakeBlood GiveDose BloodDraw
  PrescribeDrug PrescriptionRefill TestSample SampleTest HeartRate HospitalBed AppointmentReminder
  EnrolStudent StudentEnrolment ExamResult ExamGrade TeachLesson DropCourse LendBook BookReturn ReturnBook
  HomeworkDue SeminarStarts LessonBegins StudentExpels
  InterviewCandidate CandidateInterview TurnDownCandidate ContractTermination SalaryIncrease RaiseSalary ShiftSwap
  GrantLeave LeaveRequest EmployeeLeave EmployeeLeaves EmployeeResigns Resignation Overtime ExpenseReport
  CheckInGuest GuestCheckin GuestCheckout UpgradeRoom RoomUpgrade SweepRoom LayTable ReserveTable CookMeal
  ServeMeal PourDrink RefillMinibar TableReservation
  FlightDelay DelayFlight DivertFlight FlyPlane BoardPassenger PassengerBoarding GateChange ReassignSeat
  RunwayClosure AircraftTakeoff FlightStatus FlightDeparts PlaneLands
  SowSeed GrassSeed CowFeed FeedCow NewsFeed FeedCattle CropGrowth GrowCrop MowHay WeedField NeedWater
  TreeNursery BuildBarn CatchFish RideHorse ToolShed FlowerBed TopSpeed InternetSpeed
  WinMatch MatchWin ScoreGoal TransferPlayer PlayerTransfer PlayerInjury SendOffPlayer ChooseReferee BreakRecord
  ThrowBall TeamRelegation OddsChange RaiseStake
  PlaySong SingSong AlbumRelease ReleaseAlbum VideoStream StreamVideo WatchEpisode MixTrack SharePlaylist
  PublishPodcast FollowArtist ConcertCancellation TakePhoto PhotoUpload CropPhoto TagPhoto ResizeImage PageView
  LinkClick ShowAd AdClick HideBanner FillInForm SetCookie GiveConsent ConsentWithdrawal SessionTimeout
  LogoutUser UserLogout OptOutUser UserOptOut UnsubscribeUser BanUser UserBan ForgetUser InviteUser UserInvitation
  ForgetPassword ResetPassword RefreshToken TokenRefresh IssueToken SendOTP ConfigureSSO RotateKey KeyRotation
  VerifyIBAN VATCalculation RenameSKU StatusLED
  StartBuild BuildStart BuildFailure FixBuild RollOutDeployment DeploymentRollout EvictPod PodEviction AddNode
  RebootServer ServerReboot DiskFull FlushCache CacheFlush RebuildIndex RetryJob JobRetry TakeBackup BackupRestore
  ElectLeader LeaderElection LoseConnection ConnectionLoss RenewCertificate CertificateRenewal MergeBranch
  BranchMerge PushCommit CommitPush MoveTag CloseIssue ReopenIssue RequestReview SkipTest FixBug RaiseAlert
  IncidentResolution AcknowledgeAlert
  OpenEnvelope SendLetter WeighParcel ReturnParcel HangUpCall PickUpCall PutOnHoldCall CutOffLine SwitchOnRoaming
  SimActivation NumberPorting ReadMeter MeterReading MeterReplacement CutOffPower PowerOutage LightLamp
  SwitchOffLamp ShutValve OpenValve FillTank DrainTank BurstPipe LayPipe InstallGasMeter ChargeBattery
  BuildHouse SellHouse HouseSale LetHouse SubletFlat TenancyEnd RaiseRent HouseRent CarRent ReturnDeposit SignDeed
  TearDownWall MakeOffer WithdrawOffer BidOnLot PlaceBid AuctionStart
  PayTax TaxPayment TaxReturn FileTaxReturn IssueFine GrantLicence SuspendLicence DenyVisa CountVote PassLaw
  HearWitness DismissCase LoseAppeal ArrestSuspect ServeSentence
  PickItem PackItem RestockItem TakeStock EmptyBin ClearShelf MarkDownPrice PriceRise PriceDrop UseCoupon
  CouponExpiry ShareWishlist WrapGift AcceptReturn PostReview GiveRating EarnPoints SpendPoints
  StopMachine MachineStop MixBatch BakeBread BendSteel GrindGlass WeaveCloth SewShirt DyeLeather
  OrderIsShipped OrderIsBeingShipped OrderWillBeShipped InvoiceMustBePaid OrderCanBeCancelled ReportToBeSent
  IsDeleted HasShipped WillExpire OrderNeedsApproval ApprovalRequired ActionNeeded ManualReviewRequired
  InvoiceUnpaid MessageUnread ParcelUnclaimed UserUnknown AccessUnauthorized CarrierPreferred StockLimited
  PlacedOrder ShippedOrder PaidInvoice NewlyRegisteredUser DeletedUsers RejectedPayment LastUpdatedTime CreatedAt
  UpdatedBy OrderPlacedAt LastSeenAt OrderPlacedNotification OrderPlacedHandler UserCreatedEmail PaymentFailedAlert
  UserDeletedCommand OrderShippedMessage OrderPlacedDate RegisteredUserCount FailedLoginCount PaidInvoiceEvent
  MarkOrderShipped MarkAsPaid MarkMessageRead NotifyOrderPlaced EnsureOrderPaid HandleOrderPlaced GetOrdersPlaced
  DataSet ResultSet RecordSet Feed Seed Speed Need Bed Shed Breed Embed Exceed Proceed Succeed Hundred Wicked
  PaymentSucceeds PaymentSucceeding OrderProceed CrossBreed AirSpeed RaceHorseBreed TwoHundred RedLight
  Placement Payment Customer CustomerProfile UserEvent SystemEvents HeartBeat Heartbeat Snapshot ScreenShot
  com.acme.PutOnHold order.place order_create order-cancel ORDER_CREATE createOrder com.shop.order.place com.shop.order shop/Card
  orders/create order.updates v2 invoice.upcoming customer.subscription.trial_will_end user.signup user.login
  com.acme.shipped.order device_shut_down_request PasswordChange PasswordChanges SystemStartup SystemShutdown
  AccountSetup DatabaseCleanup CodeFreeze KickOffProject ProjectKickoff Rollback RollbackOrder StockIsLow
  OrderComplete TableReady SeatAvailable RideFinish TripBegin TripBegins Present PackagePresent Absent ContentConsent
  SeatsLeft TimeLeft UserCreatedDialog OrderConfirmedPage OrderCancelledEmailTemplate PasswordChangedBanner
  OrderReadyForPickup StockRunningOut OrderBeingPrepared ShipmentInTransit PaymentDue SubscriptionAboutToExpire
  UserNeedsHelp BatchReadyToRun WrittenNotice SpokenLanguage KnownIssue ClosedCaption RelatedProducts FixedPrice
  TimeBasedToken UserDefinedField OrderPlacedTest PaymentFailedTemplate RefundIssuing RefundIssues IssuedRefund
  SignUp CheckOut LogIn LogOut BackUp SetUpAccount CutBackBudget LetInGuest PutOffMeeting ReadOutMeter HitTarget
  QuitJob ShutOffValve SplitBill SpreadRisk CastBallot BurstPipe HurtPlayer BetOnHorse CostProject
  DetectedAnomaly OrderedSupply OrderPlacedSaga SetToClosed IsOrderShipped PasswordResetLink FileReadError PriceOutdated LoungeBunkbed
  InboundCall OutboundShipment BackgroundJob BespokeOrder DebitCard Debit DirectDebit
`)

/** Where the verb stands: before, verb, after. */
export const splits: readonly [string, string, string][] = [
  ['Card', 'Expired', ''],
  ['Item', 'PutAway', ''],
  ['Parcel', 'HandedOver', ''],
  ['Order', 'RolledBack', ''],
  ['Invoice', 'WrittenOff', ''],
  ['Password', 'HasBeenChanged', ''],
  ['Device', 'ShutDown', ''],
  ['Invoice', 'HasNotBeenPaid', ''],
  ['Payment', 'NotReceived', ''],
  ['Order', 'DidNotArrive', ''],
  ['Driver', 'CouldNotBeFound', ''],
  ['Product', 'Added', 'ToCart'],
  ['User', 'LoggedIn', 'FromNewDevice'],
  ['Goods', 'SentBack', 'ToSender'],
  ['Call', 'Put', 'OnHold'],
  ['Message', 'Marked', 'AsRead'],
  ['Customer', 'Placed', 'Order'],
  ['Payment', 'Captured', 'InFull'],
  ['Status', 'Set', 'ToClosed'],
  ['Card', 'Expired', 'Event'],
  ['Card', 'Expired', 'V2'],
  ['com.shop.order.', 'placed', ''],
  ['com.shop.order.', 'placed', '.v2'],
  ['shop/Card', 'Expired', ''],
  ['KYCCheck', 'Passed', ''],
  ['IDs', 'Assigned', ''],
  ['order_', 'rolled_back', ''],
  ['ORDER_', 'ROLLED_BACK', '_EVENT'],
  ['user.', 'signed.up', ''],
  ['order-line-', 'has-been-changed', ''],
  ['card ', 'expired', ''],
  ['Order2', 'Confirmed', ''],
  ['', 'SignedUp', ''],
]
