import { answerSignIn } from '@/lib/server/http/sign-in-route'

export { answerSignIn as GET, answerSignIn as POST }
