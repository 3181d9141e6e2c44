// Written by `npm run types:generate` from the database. Not for editing.

export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

export type Database = {
  public: {
    Tables: {
      call_info: {
        Row: {
          analysis: Json | null
          batch_call_id: string | null
          call_id: string
          called_at: string | null
          duration: string | null
          recording_url: string | null
          session_id: string | null
          status: string | null
          transcript: string | null
        }
        ComputedFields: never
        Insert: {
          analysis?: Json | null
          batch_call_id?: string | null
          call_id: string
          called_at?: string | null
          duration?: string | null
          recording_url?: string | null
          session_id?: string | null
          status?: string | null
          transcript?: string | null
        }
        Update: {
          analysis?: Json | null
          batch_call_id?: string | null
          call_id?: string
          called_at?: string | null
          duration?: string | null
          recording_url?: string | null
          session_id?: string | null
          status?: string | null
          transcript?: string | null
        }
        Relationships: []
      }
      campaign_info: {
        Row: {
          campaign: string
          end: string | null
          first_message_call: string | null
          first_message_chat: string | null
          job_info: string | null
          objectives_template: Json | null
          prompt_call: string | null
          prompt_chat: string | null
          start: string | null
        }
        ComputedFields: never
        Insert: {
          campaign: string
          end?: string | null
          first_message_call?: string | null
          first_message_chat?: string | null
          job_info?: string | null
          objectives_template?: Json | null
          prompt_call?: string | null
          prompt_chat?: string | null
          start?: string | null
        }
        Update: {
          campaign?: string
          end?: string | null
          first_message_call?: string | null
          first_message_chat?: string | null
          job_info?: string | null
          objectives_template?: Json | null
          prompt_call?: string | null
          prompt_chat?: string | null
          start?: string | null
        }
        Relationships: []
      }
      campaigns: {
        Row: {
          campaign: string | null
          session_id: string | null
        }
        ComputedFields: never
        Insert: {
          campaign?: string | null
          session_id?: string | null
        }
        Update: {
          campaign?: string | null
          session_id?: string | null
        }
        Relationships: []
      }
      chat_history: {
        Row: {
          id: number
          message: Json | null
          session_id: string | null
        }
        ComputedFields: never
        Insert: {
          id?: number
          message?: Json | null
          session_id?: string | null
        }
        Update: {
          id?: number
          message?: Json | null
          session_id?: string | null
        }
        Relationships: []
      }
      numbers: {
        Row: {
          phone_number: string | null
          session_id: string | null
        }
        ComputedFields: never
        Insert: {
          phone_number?: string | null
          session_id?: string | null
        }
        Update: {
          phone_number?: string | null
          session_id?: string | null
        }
        Relationships: []
      }
      session_info: {
        Row: {
          action_status: string | null
          agent_updated: string | null
          campaign: string | null
          created_at: string | null
          last_action: string | null
          last_agent_msg_at: string | null
          last_outbound_at: string | null
          last_user_msg_at: string | null
          latest_batch_call_id: string | null
          next_reminder_at: string | null
          objectives: Json | null
          reminder_count: number | null
          session_id: string
          session_status: string | null
          tz: string | null
          updated_at: string | null
          user_updated: string | null
        }
        ComputedFields: never
        Insert: {
          action_status?: string | null
          agent_updated?: string | null
          campaign?: string | null
          created_at?: string | null
          last_action?: string | null
          last_agent_msg_at?: string | null
          last_outbound_at?: string | null
          last_user_msg_at?: string | null
          latest_batch_call_id?: string | null
          next_reminder_at?: string | null
          objectives?: Json | null
          reminder_count?: number | null
          session_id: string
          session_status?: string | null
          tz?: string | null
          updated_at?: string | null
          user_updated?: string | null
        }
        Update: {
          action_status?: string | null
          agent_updated?: string | null
          campaign?: string | null
          created_at?: string | null
          last_action?: string | null
          last_agent_msg_at?: string | null
          last_outbound_at?: string | null
          last_user_msg_at?: string | null
          latest_batch_call_id?: string | null
          next_reminder_at?: string | null
          objectives?: Json | null
          reminder_count?: number | null
          session_id?: string
          session_status?: string | null
          tz?: string | null
          updated_at?: string | null
          user_updated?: string | null
        }
        Relationships: [
          {
            foreignKeyName: 'session_info_campaign_fkey'
            columns: ['campaign']
            isOneToOne: false
            referencedRelation: 'campaign_info'
            referencedColumns: ['campaign']
          },
        ]
      }
      session_objective_events: {
        Row: {
          id: number
          new_value: Json | null
          objective: string | null
          occurred_at: string | null
          old_value: Json | null
          session_id: string | null
          source: string | null
        }
        ComputedFields: never
        Insert: {
          id?: number
          new_value?: Json | null
          objective?: string | null
          occurred_at?: string | null
          old_value?: Json | null
          session_id?: string | null
          source?: string | null
        }
        Update: {
          id?: number
          new_value?: Json | null
          objective?: string | null
          occurred_at?: string | null
          old_value?: Json | null
          session_id?: string | null
          source?: string | null
        }
        Relationships: []
      }
    }
    Views: {
      [_ in never]: never
    }
    Functions: {
      rollcall_complete_sessions: { Args: { p_sessions: string[] }; Returns: Json }
      rollcall_erase_sessions: { Args: { p_sessions: string[] }; Returns: Json }
      rollcall_existing: { Args: { p_sessions: string[] }; Returns: Json }
      rollcall_feed: {
        Args: { p_cursor: Json; p_limit?: number; p_max_bytes?: number }
        Returns: Json
      }
      rollcall_prune: { Args: { p_keep?: string; p_limit?: number }; Returns: Json }
      rollcall_sessions: {
        Args: { p_after_chat?: number; p_max_bytes?: number; p_sessions: string[] }
        Returns: Json
      }
      rollcall_status: { Args: Record<PropertyKey, never>; Returns: Json }
    }
    Enums: {
      [_ in never]: never
    }
    CompositeTypes: {
      [_ in never]: never
    }
  }
}

type DatabaseWithoutInternals = Omit<Database, '__InternalSupabase'>

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, 'public'>]

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema['Tables'] & DefaultSchema['Views'])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Views'])
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Views'])[TableName] extends {
      Row: infer R
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema['Tables'] & DefaultSchema['Views'])
    ? (DefaultSchema['Tables'] & DefaultSchema['Views'])[DefaultSchemaTableNameOrOptions] extends {
        Row: infer R
      }
      ? R
      : never
    : never

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    keyof DefaultSchema['Tables'] | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables']
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'][TableName] extends {
      Insert: infer I
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables']
    ? DefaultSchema['Tables'][DefaultSchemaTableNameOrOptions] extends {
        Insert: infer I
      }
      ? I
      : never
    : never

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    keyof DefaultSchema['Tables'] | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables']
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'][TableName] extends {
      Update: infer U
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables']
    ? DefaultSchema['Tables'][DefaultSchemaTableNameOrOptions] extends {
        Update: infer U
      }
      ? U
      : never
    : never

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    keyof DefaultSchema['Enums'] | { schema: keyof DatabaseWithoutInternals },
  EnumName extends (DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions['schema']]['Enums']
    : never) = never,
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions['schema']]['Enums'][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema['Enums']
    ? DefaultSchema['Enums'][DefaultSchemaEnumNameOrOptions]
    : never

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    keyof DefaultSchema['CompositeTypes'] | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends (PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions['schema']]['CompositeTypes']
    : never) = never,
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions['schema']]['CompositeTypes'][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema['CompositeTypes']
    ? DefaultSchema['CompositeTypes'][PublicCompositeTypeNameOrOptions]
    : never

export const Constants = {
  public: {
    Enums: {},
  },
} as const
