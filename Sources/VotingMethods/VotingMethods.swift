// VotingMethods
